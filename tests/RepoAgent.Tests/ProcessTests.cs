using RepoAgents.Tests.Support;

namespace RepoAgents.Tests;

/// <summary>The program as its users start it: a process of its own.</summary>
public sealed class ProcessTests(HarbourFixture harbour) : IClassFixture<HarbourFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_prints_the_tree_and_the_verdict()
    {
        using var logs = new TempFolder();
        var (code, output, errors) = await RunAsync(["--logs", logs.Path, "where is Boat defined?", harbour.Path]);

        Assert.Equal(("", 0), (errors, code));
        Assert.Matches(
            """
            \ABoat is defined in src/Boat\.cs, line 4: public sealed class Boat\(string name\)

            └─ agent RepoAgent +[0-9.]+ m?s
               ├─ model deterministic \(local\) +[0-9.]+ m?s  0 in, 0 out
               ├─ Search subject: Boat, goal: Definition +[0-9.]+ m?s
               │  └─ agent SearchAgent +[0-9.]+ m?s
               │     └─ SearchText pattern: .* +[0-9.]+ m?s
               └─ model deterministic \(local\) +[0-9.]+ m?s  0 in, 0 out

            """.ReplaceLineEndings("\n").TrimEnd(),
            output.ReplaceLineEndings("\n"));
        Assert.Matches("(?m)^log      .*\\.jsonl\\s*$", output);
        Assert.Matches("(?m)^verdict  .+", output);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task Without_a_folder_the_current_one_is_asked_about()
    {
        using var folder = new TempFolder();
        folder.Write("only.txt", "1\n2\n");
        var (code, output, _) = await RunAsync(["how many lines has only.txt"], folder.Path);

        Assert.Equal(0, code);
        Assert.StartsWith("only.txt has 2 lines.", output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.In("logs"), "*.jsonl"));
    }

    [Fact]
    public async Task Wrong_usage_is_exit_code_2()
    {
        var (code, output, errors) = await RunAsync([]);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("The question is missing.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_git_a_question_about_history_says_so()
    {
        using var logs = new TempFolder();
        var (code, output, _) = await RunAsync(["--logs", logs.Path, "who changed Boat.cs last", harbour.Path], path: logs.Path);

        Assert.Equal(0, code);
        Assert.StartsWith("git was not found on the PATH; install git, or ask a question that needs no history.", output, StringComparison.Ordinal);
        Assert.Contains("✗ git was not found", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] arguments, string? folder = null, string? path = null)
    {
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : DotnetHost();
        return ToolProcess.RunAsync(
            dotnet, [Path.Combine(AppContext.BaseDirectory, "RepoAgent.dll"), .. arguments], folder ?? AppContext.BaseDirectory, Cancellation,
            ("OPENAI_API_KEY", null), ("PATH", path ?? Environment.GetEnvironmentVariable("PATH")));
    }

    // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
    private static string DotnetHost() => Path.GetFullPath(Path.Combine(
        Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
