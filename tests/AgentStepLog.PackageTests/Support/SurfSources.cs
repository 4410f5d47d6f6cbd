namespace AgentStepLog.PackageTests.Support;

/// <summary>The program of a user: a tool, a private LLM call, a run and a typed log.</summary>
internal static class SurfSources
{
    public const string Tools = """
        using AgentStepLog;

        namespace Surf;

        /// <summary>Tools of the surf agent.</summary>
        public class SurfTools
        {
            /// <summary>Returns the weather report for a surf spot.</summary>
            /// <param name="location">Place, then country, like "Taghazout, Morocco".</param>
            /// <param name="at">When the report is for, ISO 8601, like 2026-11-21T09:00:00Z.</param>
            /// <param name="apiKey">The weather service's key.</param>
            /// <returns>One sentence.</returns>
            [AgentTool]
            public async Task<string> GetWeatherAsync(string location, DateTimeOffset at, [Sensitive] string apiKey)
            {
                await Task.Yield();
                return apiKey.Length > 0 ? $"{location}: 21 °C at {at:HH:mm}" : "no key";
            }

            /// <summary>Returns the height of the tide.</summary>
            /// <param name="hour">Hour of the day, 0 to 23.</param>
            /// <returns>Metres above the lowest tide.</returns>
            [AgentTool]
            public double TideAt(int hour) => hour is >= 0 and < 24
                ? Math.Round(1 + Math.Cos(hour * Math.PI / 6.2), 2)
                : throw new ArgumentOutOfRangeException(nameof(hour), hour, "A day has the hours 0 to 23.");
        }
        """;

    public const string Agent = """
        using AgentStepLog;

        namespace Surf;

        public record Reply(string Text, int InputTokens, int OutputTokens);

        public partial class SurfAgent(SurfTools tools)
        {
            [LlmCall(Model = "echo-1")]
            private Task<Reply> AskAsync(string prompt) => Task.FromResult(new Reply(prompt, 7, 3));

            [AgentRun]
            public async Task<string> RunAsync(string task)
            {
                var reply = await AskAsync(task);
                var report = await tools.GetWeatherAsync(reply.Text, new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), "secret-4711");
                var tide = await tools.AgentTools().InvokeAsync("TideAt", "{\"hour\":9}");
                try
                {
                    tools.TideAt(25);
                }
                catch (ArgumentOutOfRangeException)
                {
                    return $"{report}, tide {tide.Content} m";
                }

                return "the tide of hour 25";
            }
        }

        [StepLog]
        public partial class SurfLog;
        """;

    public const string Program = """
        using AgentStepLog;
        using Surf;

        await using var log = SurfLog.Start(args[0], new() { Agent = "surf", RunId = "surfing" });
        log.Complete(await new SurfAgent(new SurfTools()).RunAsync("Taghazout, Morocco"));

        var file = SurfLog.Read(log.Path!);
        var weather = file.Steps.OfType<SurfLog.GetWeatherStep>().Single();
        Console.WriteLine($"{weather.Location}|{weather.At:O}|{weather.Output}");
        Console.WriteLine($"{file.Outcome}|{file.Summary.ToolCalls}|{file.Summary.LlmCalls}|{file.Summary.AgentCalls}|{file.Summary.Errors}|{file.Summary.InputTokens}");
        Console.WriteLine(StepLogVerifier.Verify(log.Path!).Verdict);
        Console.WriteLine(UnrecordedCalls.Total);
        """;
}
