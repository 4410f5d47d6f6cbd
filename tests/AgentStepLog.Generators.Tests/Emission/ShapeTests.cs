using AgentStepLog.Generators.Tests.Support;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>What is generated for each family of shapes; all of it compiles without a warning.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Instance_method_that_returns_a_task() => Verify("""
        using System;
        using System.Threading.Tasks;
        using AgentStepLog;
        namespace Surf;
        public class SurfTools
        {
            [AgentTool]
            public async Task<string> GetWeatherAsync(string location, DateTimeOffset at, [Sensitive("api-key")] string apiKey)
            {
                await Task.Yield();
                return location;
            }
        }
        public class SurfAgent(SurfTools tools)
        {
            public Task<string> RunAsync() => tools.GetWeatherAsync("Taghazout", DateTimeOffset.UnixEpoch, apiKey: "x");
        }
        """);

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string method = "", [System.Runtime.CompilerServices.CallerFilePath] string file = "")
    {
        var generated = Generated.From(Source.Compile(source)).Compiles();
        Snapshot.Verify(generated.Text(IsRecording), file, method);
    }

    // Tables and readers have tests of their own.
    private static bool IsRecording(string hintName) =>
        !hintName.EndsWith(".AgentTools.g.cs", StringComparison.Ordinal) && hintName != "AgentStepLog.JsonReaders.g.cs";
}
