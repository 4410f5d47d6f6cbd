using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace AgentStepLog.Generators.Benchmarks;

/// <summary>
/// What the package adds to a clean build of the corpus: <c>dotnet build</c> as a user runs it, with the generator, the
/// analyzers and the build files, and with the library alone. Once with a compiler that starts anew for each build, as on a build server, and
/// once with the compiler server that a developer's builds share. Turn by turn, after one of each that is not counted.
/// </summary>
internal static class BuildRunner
{
    private const int Files = 1_000;
    private const int Rounds = 4;

    private static readonly string s_root = typeof(BuildRunner).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static a => a.Key == "RepositoryRoot").Value!;

    public static int Run(TextWriter to)
    {
        var folder = Directory.CreateTempSubdirectory("agentsteplog-build-").FullName;
        try
        {
            WriteProject(folder);
            Dotnet(folder, "restore");
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

                ### A clean build of {Files:N0} files, {Files / 10:N0} annotated methods, {Files:N0} calls of them

                | | s, median | min – max | ratio |
                |---|---|---|---|
                """));
            foreach (var shared in new[] { false, true })
            {
                Compare(folder, shared, to);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compare(string folder, bool shared, TextWriter to)
    {
        var plain = new List<double>();
        var recorded = new List<double>();
        for (var round = -1; round < Rounds; round++)
        {
            var (without, with) = (Build(folder, recorded: false, shared), Build(folder, recorded: true, shared));
            if (round >= 0)
            {
                plain.Add(without);
                recorded.Add(with);
            }
        }

        var (a, b) = (Median(plain), Median(recorded));
        var how = shared ? "compiler server" : "new compiler";
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            | {how}, library alone | {a:N2} | {plain.Min():N2} – {plain.Max():N2} | 1.00 |
            | {how}, with generator, analyzers, build files | {b:N2} | {recorded.Min():N2} – {recorded.Max():N2} | {b / a:N2} |
            """));
    }

    private static double Build(string folder, bool recorded, bool shared)
    {
        var start = Stopwatch.GetTimestamp();
        Dotnet(folder, "build", "--no-restore", "--no-incremental", $"-p:Recorded={recorded}", $"-p:UseSharedCompilation={shared}");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void WriteProject(string folder)
    {
        foreach (var (name, text) in Corpus.Files(Files))
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        File.WriteAllText(Path.Combine(folder, "Corpus.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <NoWarn>CS0649;CS0169</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "AgentStepLog.dll")}" />
                <Reference Include="{Path.Combine(AppContext.BaseDirectory, "AgentStepLog.Format.dll")}" />
              </ItemGroup>
              <Import Condition="'$(Recorded)' == 'True'" Project="{s_root}src/AgentStepLog/buildTransitive/AgentStepLog.props" />
              <ItemGroup Condition="'$(Recorded)' == 'True'">
                <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "AgentStepLog.Generators.dll")}" />
              </ItemGroup>
              <Import Condition="'$(Recorded)' == 'True'" Project="{s_root}src/AgentStepLog/buildTransitive/AgentStepLog.targets" />
            </Project>
            """);
    }

    private static void Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("-v:q");
        start.ArgumentList.Add("-nologo");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
