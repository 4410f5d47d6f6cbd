using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

/// <summary>A program that runs under <c>dotnet watch</c> while its source is edited: every edit applies without a restart, and the records say where the calls stand now.</summary>
[Collection(AgainstPackage.Name)]
public sealed class HotReloadTests(PackedPackage package)
{
    private const string Shelf = """
        using AgentStepLog;

        namespace Watched;

        /// <summary>Tools of another assembly.</summary>
        public class Shelf
        {
            /// <summary>Takes a book.</summary>
            /// <param name="title">The title.</param>
            [AgentTool] public string Take(string title) => title;

            /// <summary>Puts a book.</summary>
            /// <param name="title">The title.</param>
            [AgentTool] public string Put(string title) => title;
        }
        """;

    private const string Desk = """
        using AgentStepLog;

        namespace Watched;

        public class Desk
        {
            /// <summary>Finds a paper.</summary>
            /// <param name="name">The name.</param>
            [AgentTool] public string Find(string name) => name;

            /// <summary>Keeps a thing.</summary>
            /// <param name="thing">The thing: of a type that its calls give.</param>
            [AgentTool] public bool Keep<T>(T thing) => thing is not null;
        }

        public record Pen(string Ink);

        public record Stamp(int Price);

        [StepLog]
        public partial class DeskLog;
        """;

    private const string Clerk = """
        namespace Watched;

        public class Clerk(Desk desk, Shelf shelf)
        {
            public void Work()
            {
                desk.Find("a");
                shelf.Take("b");
                desk.Keep(new Pen("blue"));
            }

            public void Rest()
            {
                desk.Find("c");
            }
        }
        """;

    private const string Program = """
        using AgentStepLog;
        using Watched;

        var clerk = new Clerk(new Desk(), new Shelf());
        var said = "";
        while (true)
        {
            using var log = DeskLog.InMemory();
            clerk.Work();
            clerk.Rest();
            log.Complete();
            var calls = log.Steps.OfType<ToolCallStep>().Select(step => $"{step.Caller!.Member[6..]}:{step.Caller.Line} {step.Tool} {step.InputJson}");
            var now = $"process {Environment.ProcessId}: {string.Join("; ", calls)}";
            if (now != said)
            {
                Console.WriteLine(said = now);
            }

            Thread.Sleep(20);
        }
        """;

    [Fact]
    public async Task Calls_are_moved_added_and_taken_away_in_a_running_program_and_its_records_follow()
    {
        using var consumer = new Consumer(package);
        consumer.AddProject("Shelf");
        consumer.AddFile("Shelf/Shelf.cs", Shelf);
        consumer.AddProject("Watched", "<OutputType>Exe</OutputType>", consumer.ThePackage + Consumer.Project("Shelf"));
        consumer.AddFile("Watched/Program.cs", Program);
        consumer.AddFile("Watched/Desk.cs", Desk);
        consumer.AddFile("Watched/Clerk.cs", Clerk);
        using var watched = consumer.Watch("Watched");
        var first = await watched.LineAsync(static line => line.StartsWith("process ", StringComparison.Ordinal));
        var process = first[..first.IndexOf(": ", StringComparison.Ordinal)];
        Assert.Equal("""Work:7 Find {"name":"a"}; Work:8 Take {"title":"b"}; Work:9 Keep {"thing":{"ink":"blue"}}; Rest:14 Find {"name":"c"}""", Calls(first));

        var source = Clerk;
        (string Old, string New, string Expected)[] edits =
        [
            ("namespace Watched;", "// One line more.\nnamespace Watched;",
                """Work:8 Find {"name":"a"}; Work:9 Take {"title":"b"}; Work:10 Keep {"thing":{"ink":"blue"}}; Rest:15 Find {"name":"c"}"""),
            ("desk.Find(\"a\");", "desk.Find(\"0\");\n        desk.Find(\"a\");",
                """Work:8 Find {"name":"0"}; Work:9 Find {"name":"a"}; Work:10 Take {"title":"b"}; Work:11 Keep {"thing":{"ink":"blue"}}; Rest:16 Find {"name":"c"}"""),
            ("shelf.Take(\"b\");", "shelf.Take(\"b\"); shelf.Put(\"b\");", // of another assembly, and never called before
                """Work:8 Find {"name":"0"}; Work:9 Find {"name":"a"}; Work:10 Take {"title":"b"}; Work:10 Put {"title":"b"}; Work:11 Keep {"thing":{"ink":"blue"}}; Rest:16 Find {"name":"c"}"""),
            ("desk.Keep(new Pen(\"blue\"));", "desk.Keep(new Pen(\"red\")); desk.Keep(new Stamp(2));", // of a type that no call gave before
                """Work:8 Find {"name":"0"}; Work:9 Find {"name":"a"}; Work:10 Take {"title":"b"}; Work:10 Put {"title":"b"}; Work:11 Keep {"thing":{"ink":"red"}}; Work:11 Keep {"thing":{"price":2}}; Rest:16 Find {"name":"c"}"""),
            ("desk.Find(\"0\");", "",
                """Work:9 Find {"name":"a"}; Work:10 Take {"title":"b"}; Work:10 Put {"title":"b"}; Work:11 Keep {"thing":{"ink":"red"}}; Work:11 Keep {"thing":{"price":2}}; Rest:16 Find {"name":"c"}"""),
        ];
        foreach (var (old, replacement, expected) in edits)
        {
            Assert.Contains(old, source, StringComparison.Ordinal);
            source = source.Replace(old, replacement, StringComparison.Ordinal);
            consumer.AddFile("Watched/Clerk.cs", source);
            var next = await watched.LineAsync(line => line.StartsWith("process ", StringComparison.Ordinal) && (Calls(line) == expected || !line.StartsWith(process + ":", StringComparison.Ordinal)), () => consumer.AddFile("Watched/Clerk.cs", source));

            Assert.True(next.StartsWith(process + ": ", StringComparison.Ordinal), $"The program was started again for \"{replacement}\":\n{watched.Output}");
        }
    }

    private static string Calls(string line) => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..];
}
