using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>What a log says to options that make no sense, alone or together, and that it keeps a copy of the others.</summary>
public sealed class OptionTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public static TheoryData<string, StepLogOptions> OutOfRange() => new()
    {
        { "KeepSteps is 0 at least", new() { KeepSteps = -1 } },
        { "InlineLimit is from 256 to 65535", new() { InlineLimit = 255 } },
        { "InlineLimit is from 256 to 65535", new() { InlineLimit = 65_536 } },
        { "ValueLimit is from 1024 to 1073741824", new() { ValueLimit = 1023 } },
        { "WithheldValueLimit is from 0 to 1048576", new() { WithheldValueLimit = -1 } },
        { "SegmentBytes is 65536 at least", new() { SegmentBytes = 65_535 } },
        { "QueueLimit is 65536 at least", new() { Durability = Durability.Queued, QueueLimit = 1 } },
        { "ToolContent is one of None, Hash, Full", new() { ToolContent = (CaptureMode)9 } },
        { "LlmContent is one of None, Hash, Full", new() { LlmContent = (CaptureMode)9 } },
        { "ContentLimit is one of None, Hash, Full", new() { ContentLimit = (CaptureMode)9 } },
        { "Durability is one of Queued, Written, Durable", new() { Durability = (Durability)9 } },
        { "OnLogFailure is one of FailOpen, FailClosed", new() { OnLogFailure = (LogFailurePolicy)9 } },
        { "TimeProvider is null", new() { TimeProvider = null! } },
        { "Ids is null", new() { Ids = null! } },
        { "Except names \"no-such\"", new() { Withholding = new() { Except = ["no-such"] } } },
        { "Except names \"null\"", new() { Withholding = new() { Except = [null!, "github-token"] } } },
        { "Shapes has a shape that is null", new() { Withholding = new() { Shapes = [null!] } } },
        { "PersonalData is None, or a combination", new() { Withholding = new() { PersonalData = (PersonalData)(1 << 20) } } },
    };

    public static TheoryData<string, string, StepLogOptions> Contradictions() => new()
    {
        { "Subject", "KeyRing", new() { Subject = "ada" } },
        { "WhenNoSubject", "KeyRing", new() { WhenNoSubject = WhenNoSubject.Refuse } },
        { "ParentRunId", "Parent", new() { ParentRunId = "one", Parent = new() { RunId = "other" } } },
        { "QueueLimit", "Durability", new() { QueueLimit = 1 << 20 } },
        { "InlineLimit", "ValueLimit", new() { InlineLimit = 4096, ValueLimit = 2048 } },
        { "RunId", "ParentRunId", new() { RunId = "r", ParentRunId = "r" } },
        { "InlineLimit", "ValueLimit", new() { InlineLimit = 32 * 1024, ValueLimit = 2048 } },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void An_option_out_of_its_range_is_named_with_the_range(string said, StepLogOptions options)
    {
        Assert.Contains($"Options.{said}", Assert.ThrowsAny<ArgumentException>(() => StepLog.Start(_directory.Path, options)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => StepLog.InMemory(options));
        Assert.Empty(Directory.GetFileSystemEntries(_directory.Path));
        Assert.Null(StepLog.Current);
    }

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Options_that_contradict_each_other_are_both_named(string one, string other, StepLogOptions options)
    {
        var refused = Assert.Throws<ArgumentException>(() => StepLog.Start(_directory.Path, options)).Message;

        Assert.StartsWith("The options of a step log contradict each other: ", refused, StringComparison.Ordinal);
        Assert.Contains(one, refused, StringComparison.Ordinal);
        Assert.Contains(other, refused, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_directory.Path));
    }

    [Fact]
    public void A_directory_is_named_once_or_twice_alike()
    {
        var (here, there) = (_directory.In("here"), _directory.In("there"));
        var refused = Assert.Throws<ArgumentException>(() => StepLog.Start(here, new() { Directory = there })).Message;
        Assert.StartsWith($"The log is to be in \"{here}\", and StepLogOptions.Directory is \"{there}\". Name one of them.", refused, StringComparison.Ordinal);
        Assert.Contains("in memory", Assert.Throws<ArgumentException>(() => StepLog.InMemory(new() { Directory = there })).Message, StringComparison.Ordinal);
        Assert.Contains("Directory is empty", Assert.Throws<ArgumentException>(() => StepLog.Start(new StepLogOptions { Directory = " " })).Message, StringComparison.Ordinal);
        Assert.Contains("Set Directory", Assert.Throws<ArgumentException>(() => StepLog.Start(new StepLogOptions())).Message, StringComparison.Ordinal);

        using var log = StepLog.Start(here, new() { RunId = "r", Directory = Path.Combine(here, "..", "here") });
        Assert.Equal(Path.Combine(here, "r.jsonl"), log.Path);
        log.Writer.Abandon();
        using var resumed = StepLog.Resume(here, "r", new() { Directory = here + Path.DirectorySeparatorChar });
        Assert.Equal(log.Path, resumed.Path);
    }

    [Fact]
    public void A_resumed_run_is_named_once_or_twice_alike()
    {
        StepLog.Start(_directory.Path, new() { RunId = "r" }).Writer.Abandon();
        Assert.Contains("RunId is \"s\"", Assert.Throws<ArgumentException>(() => StepLog.Resume(_directory.Path, "r", new() { RunId = "s" })).Message, StringComparison.Ordinal);
        Assert.Contains("leave RunId unset", Assert.Throws<ArgumentException>(() => StepLog.Resume(_directory.In("r.jsonl"), new() { RunId = "r" })).Message, StringComparison.Ordinal);
        Assert.Contains("Name one of them", Assert.Throws<ArgumentException>(() => StepLog.Resume(_directory.Path, "r", new() { Directory = _directory.In("x") })).Message, StringComparison.Ordinal);

        using var log = StepLog.Resume(_directory.Path, "r", new() { RunId = "r", Directory = _directory.Path });
        Assert.Equal("r", log.RunId);
    }

    [Fact]
    public void What_changes_after_the_start_changes_no_log()
    {
        var options = new StepLogOptions { Agent = "a", KeepSteps = 5 };
        options.Metadata["k"] = "v";
        options.Withholding.Except.Add("github-token");
        using var log = StepLog.InMemory(options);
        (options.ToolContent, options.KeepSteps) = (CaptureMode.None, 0);
        options.Withholding.Except.Clear();
        options.Metadata.Clear();
        Calls.Say("ghp_" + new string('a', 36));

        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Contains("ghp_", step.InputJson.ToString(), StringComparison.Ordinal);
        Assert.Equal("v", Assert.IsType<RunStartStep>(log.Steps[0]).Metadata["k"]);
    }

    [Fact]
    public void A_copy_shares_nothing_that_can_be_changed()
    {
        var options = new StepLogOptions { Agent = "a", Metadata = { ["k"] = "v" }, Withholding = { Except = { "github-token" } } };
        var copy = options.Clone();
        copy.Metadata["k"] = "w";
        copy.Withholding.Except.Clear();
        copy.Agent = "b";

        Assert.Equal(("a", "v", 1), (options.Agent, options.Metadata["k"], options.Withholding.Except.Count));
        Assert.Equal(("b", "w"), (copy.Agent, copy.Metadata["k"]));
    }

    [Fact]
    public void Null_where_a_collection_or_what_is_withheld_is_asked_for_stands_for_the_default()
    {
        using var log = StepLog.InMemory(new() { Metadata = null!, Withholding = null! });
        Calls.Say("ghp_" + new string('a', 36));
        Assert.All(log.Steps.OfType<ToolCallStep>().Single().Withheld, static value => Assert.Equal("github-token", value.Kind));
        Assert.DoesNotContain("ghp_", log.Steps[1].ToString() + LogLines.Single(log, "tool_call"), StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();
}
