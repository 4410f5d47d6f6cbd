using System.Text.Json;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

[Collection(AgainstPackage.Name)]
public sealed class ConsumerTests(PackedPackage package)
{
    [Fact]
    public async Task A_project_that_installs_the_package_records_every_call_and_reads_its_log_back()
    {
        using var consumer = new Consumer(package);
        // The project's own interceptor namespaces must not switch ours off.
        consumer.AddProject("Surf", """
            <OutputType>Exe</OutputType>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AgentStepLogStrict>true</AgentStepLogStrict>
            <InterceptorsNamespaces>Surf.Interceptors</InterceptorsNamespaces>
            """);
        consumer.AddFile("Surf/SurfTools.cs", SurfSources.Tools);
        consumer.AddFile("Surf/SurfAgent.cs", SurfSources.Agent);
        consumer.AddFile("Surf/Program.cs", SurfSources.Program);

        var build = (await consumer.BuildAsync("Surf")).Succeeded();
        Assert.DoesNotContain("warning", build.Output.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        var run = (await consumer.ExecuteAsync("Surf", Path.Combine(consumer.Folder, "logs"))).Succeeded();
        string[] said =
        [
            "Taghazout, Morocco|2026-11-21T09:00:00.0000000+00:00|Taghazout, Morocco: 21 °C at 09:00",
            "Completed|3|1|1|1|7",
            "SelfConsistent",
            "0",
        ];
        Assert.Equal(said, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

        var log = await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "logs", "surfing.jsonl"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("secret-4711", log, StringComparison.Ordinal);
        AssertSurfLog([.. log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))]);
    }

    private static void AssertSurfLog(JsonElement[] lines)
    {
        string[] types = ["run_start", "intent", "llm_call", "tool_call", "tool_call", "tool_call", "agent_call", "run_end"];
        Assert.Equal(types, lines.Select(static l => Text(l, "type")));
        Assert.Equal(Enumerable.Range(0, lines.Length), lines.Select(static l => l.GetProperty("step").GetInt32()));

        var (ask, weather, tide, late, agent) = (lines[2], lines[3], lines[4], lines[5], lines[6]);
        Assert.Equal(["direct", "direct", "table", "direct", "direct"], lines[2..7].Select(static l => Text(l, "route")));
        Assert.All(lines[2..6], l => Assert.Equal(Text(agent, "span_id"), Text(l, "parent_id")));

        Assert.Equal("echo-1", Text(ask, "model"));
        Assert.Equal((7, 3), (ask.GetProperty("input_tokens").GetInt32(), ask.GetProperty("output_tokens").GetInt32()));
        Assert.False(ask.TryGetProperty("input", out _));

        Assert.Equal("GetWeather", Text(weather, "tool"));
        Assert.Equal("Surf.SurfTools.GetWeatherAsync", Text(weather, "method"));
        Assert.Equal("SurfAgent.cs", Text(weather.GetProperty("caller"), "file"));
        Assert.Equal("""{"location":"Taghazout, Morocco","at":"2026-11-21T09:00:00+00:00","apiKey":"[redacted:sensitive]"}""", weather.GetProperty("input").GetRawText());
        Assert.Equal("/input/apiKey", Text(weather.GetProperty("redacted")[0], "at"));
        Assert.Equal("Taghazout, Morocco: 21 °C at 09:00", Text(weather, "output"));

        Assert.Equal(0.85, tide.GetProperty("output").GetDouble());
        Assert.Equal(JsonValueKind.Null, tide.GetProperty("error").ValueKind);
        Assert.StartsWith("A day has the hours 0 to 23.", Text(late, "error"), StringComparison.Ordinal);
        Assert.Equal("System.ArgumentOutOfRangeException", Text(late, "error_type"));
        Assert.Equal("Taghazout, Morocco: 21 °C at 09:00, tide 0.85 m", Text(lines[7], "answer"));
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    [Fact]
    public async Task A_project_for_net8_in_CSharp_12_compiles()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Eight", """
            <TargetFramework>net8.0</TargetFramework>
            <LangVersion>12</LangVersion>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AgentStepLogStrict>true</AgentStepLogStrict>
            """);
        consumer.AddFile("Eight/SurfTools.cs", SurfSources.Tools);
        consumer.AddFile("Eight/SurfAgent.cs", SurfSources.Agent);

        (await consumer.BuildAsync("Eight")).Succeeded();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_project_that_gets_the_package_through_a_library_is_recorded_as_the_library_is(bool libraryIsAPackage)
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Tools");
        consumer.AddFile("Tools/SurfTools.cs", SurfSources.Tools);
        consumer.AddFile("Tools/Trip.cs", "namespace Surf; public class Trip { public double Tide() => new SurfTools().TideAt(9); }");
        var library = libraryIsAPackage ? await consumer.PackAsync("Tools") : Consumer.Project("Tools");
        consumer.AddProject("App", "<OutputType>Exe</OutputType><AgentStepLogStrict>true</AgentStepLogStrict>", library);
        consumer.AddFile("App/Program.cs", """
            using AgentStepLog;

            using var log = StepLog.Start(args[0], new() { RunId = "through" });
            new App.Clock().Hour();
            new Surf.Trip().Tide();
            log.Complete();
            """);
        consumer.AddFile("App/Clock.cs", """
            using AgentStepLog;

            namespace App;

            public class Clock
            {
                /// <summary>Returns the hour of the day.</summary>
                [AgentTool]
                public int Hour() => 9;
            }
            """);

        (await consumer.BuildAsync("App")).Succeeded();
        (await consumer.ExecuteAsync("App", Path.Combine(consumer.Folder, "logs"))).Succeeded();

        var lines = await File.ReadAllLinesAsync(Path.Combine(consumer.Folder, "logs", "through.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(
            ["App.Clock.Hour from Program.cs", "Surf.SurfTools.TideAt from Trip.cs"],
            lines[1..^1].Select(static line => JsonElement.Parse(line)).Select(static call => $"{Text(call, "method")} from {Text(call.GetProperty("caller"), "file")}"));
    }
}
