using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

public sealed class SpillTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly StepLog _log;

    public SpillTests() => _log = StepLog.Start(_directory.Path, new() { RunId = "r" });

    public void Dispose()
    {
        _log.Dispose();
        _directory.Dispose();
    }

    private string Blob(JsonElement reference)
    {
        var hash = LogLines.Text(reference, "$blob")!["sha256:".Length..];
        var bytes = File.ReadAllBytes(_directory.In($"r.blobs/{hash}"));
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(bytes.Length, reference.GetProperty("bytes").GetInt64());
        return Encoding.UTF8.GetString(bytes);
    }

    [Fact]
    public void A_value_over_the_limit_goes_to_a_blob_that_holds_its_json()
    {
        var text = new string('é', 20_000) + "\"end";
        Calls.Say(text);
        Calls.Say(text);

        var call = LogLines.OfType(_log, "tool_call")[0];
        var reference = call.GetProperty("input").GetProperty("value");
        Assert.Equal(["$blob", "bytes", "media_type", "preview"], LogLines.Names(reference));
        Assert.Equal(text, JsonSerializer.Deserialize<string>(Blob(reference)));
        Assert.Equal(text[..256], LogLines.Text(reference, "preview"));
        Assert.Equal("application/json", LogLines.Text(reference, "media_type"));
        Assert.Equal(LogLines.Text(reference, "$blob"), LogLines.Text(call.GetProperty("output"), "$blob"));
        Assert.Single(Directory.GetFiles(_directory.In("r.blobs")));
        Assert.Equal(1, _log.Health.Blobs);
        LogLines.AssertSound(_log.ToArray());
    }

    [Fact]
    public void A_value_at_the_limit_stays_in_its_line()
    {
        var scope = StepScope.Begin(Calls.Echo, Calls.Origin)!;
        scope.EndValue(new string('x', (32 * 1024) - 2), static (s, v) => s.Output(v, static (w, x) => w.Value(x)));
        Assert.Equal(JsonValueKind.String, LogLines.Single(_log, "tool_call").GetProperty("output").ValueKind);
        Assert.False(Directory.Exists(_directory.In("r.blobs")));
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("\u0001")]
    [InlineData("\u202E")]
    [InlineData("\\")]
    [InlineData("漢")]
    public void A_preview_tears_no_character(string character)
    {
        var text = "x" + string.Concat(Enumerable.Repeat(character, 20_000));
        Calls.Say(text);
        var reference = LogLines.Single(_log, "tool_call").GetProperty("output");
        var preview = LogLines.Text(reference, "preview")!;
        Assert.InRange(preview.Length, 255, 256);
        Assert.StartsWith(preview, text, StringComparison.Ordinal);
        Assert.Equal(text, JsonSerializer.Deserialize<string>(Blob(reference)));
    }

    [Fact]
    public void A_line_that_would_be_too_long_gives_up_its_largest_values_first()
    {
        Inputs(("a", 20_000), ("b", 30_000), ("c", 25_000), ("d", 10));
        var input = LogLines.Single(_log, "tool_call").GetProperty("input");
        Assert.Equal(["String", "Object", "String", "String"], input.EnumerateObject().Select(p => p.Value.ValueKind.ToString()));
        Assert.Equal(30_002, Blob(input.GetProperty("b")).Length);
        LogLines.AssertSound(_log.ToArray());
    }

    [Fact]
    public void Many_small_values_leave_their_line_together()
    {
        Inputs([.. Enumerable.Range(0, 60).Select(i => ($"p{i}", 2_000))]);
        var input = LogLines.Single(_log, "tool_call").GetProperty("input");
        var blob = JsonDocument.Parse(Blob(input)).RootElement;
        Assert.Equal(60, blob.EnumerateObject().Count());
        Assert.StartsWith("{\"p0\":\"xxx", LogLines.Text(input, "preview"), StringComparison.Ordinal);
        LogLines.AssertSound(_log.ToArray());
    }

    [Fact]
    public void So_many_large_values_that_their_references_would_be_too_long_leave_together()
    {
        Inputs([.. Enumerable.Range(0, 1_000).Select(i => ($"p{i}", 5_000 + i))]);
        var input = LogLines.Single(_log, "tool_call").GetProperty("input");
        Assert.Equal(1_000, JsonDocument.Parse(Blob(input)).RootElement.EnumerateObject().Count());
        Assert.Single(Directory.GetFiles(_directory.In("r.blobs")));
        LogLines.AssertSound(_log.ToArray());
    }

    [Fact]
    public void Every_field_can_leave_a_line_that_is_too_long()
    {
        var huge = new string('y', 60_000);
        using (var log = StepLog.InMemory(new() { Task = huge, Agent = huge, UserId = huge, Metadata = new Dictionary<string, string> { ["m"] = huge } }))
        {
            using (var call = log.ToolCall(huge, JsonText.Of(huge), callId: huge))
            {
                call.Note(huge);
                call.Note(huge);
                call.Complete(huge);
            }

            log.Complete(huge);
            Assert.Equal(0, log.Health.Lost);
            LogLines.AssertSound(log.ToArray());
            var header = (RunStartStep)log.Steps[0];
            Assert.Equal((huge, huge, huge, huge), (header.Task, header.Agent, header.UserId, header.Metadata["m"]));
            var step = (ToolCallStep)log.Steps[1];
            Assert.Equal((huge, huge, JsonText.Of(huge), JsonText.Of(huge)), (step.Tool, step.CallId, step.InputJson, step.OutputJson));
            Assert.Equal([huge, huge], step.Notes);
            Assert.Equal(JsonText.Of(huge), ((RunEndStep)log.Steps[^1]).Answer);
        }
    }

    [Fact]
    public void Names_and_errors_stay_in_their_line_whatever_the_limit_of_values()
    {
        var name = new string('n', 1_000);
        var message = new string('\u0001', 4_000);
        using var log = StepLog.InMemory(new() { InlineLimit = 256 });
        log.ToolCall(name, JsonText.Of(new string('v', 255))).Use(call => call.Fail(new TimeoutException(message)));
        var line = LogLines.Single(log, "tool_call");
        Assert.Equal((name, message), (LogLines.Text(line, "tool"), LogLines.Text(line, "error")));
        Assert.Equal(257, line.GetProperty("input").GetProperty("bytes").GetInt32());
    }

    [Fact]
    public void A_long_error_is_cut_between_characters_and_kept_whole_beside()
    {
        var message = "é" + string.Concat(Enumerable.Repeat("漢", 3_000));
        Assert.Throws<InvalidDataException>(() => Calls.Value<int>(Calls.Echo, 1, static (w, v) => w.Value(v), () => throw new InvalidDataException(message)));
        var call = LogLines.Single(_log, "tool_call");
        var error = LogLines.Text(call, "error")!;
        Assert.InRange(Encoding.UTF8.GetByteCount(error), 4_094, 4_096);
        Assert.StartsWith(error, message, StringComparison.Ordinal);
        Assert.Equal(message, JsonSerializer.Deserialize<string>(Blob(call.GetProperty("error_blob"))));
        var names = LogLines.Names(call);
        Assert.Equal(["error", "error_blob", "error_type", "error_frames", "prev", "crc"], names[Array.IndexOf(names, "error")..]);
    }

    [Fact]
    public void Frames_are_the_users_first_three_at_most_and_none_too_long()
    {
        Assert.Throws<TimeoutException>(() => Calls.Value<int>(Calls.Echo, 1, static (w, v) => w.Value(v), () => Surf.Sea.Deep(new TimeoutException("x"))));
        var frames = LogLines.Single(_log, "tool_call").GetProperty("error_frames").EnumerateArray().Select(f => f.GetString()!).ToList();
        Assert.Equal(3, frames.Count);
        Assert.StartsWith("Surf.Sea.Throw", frames[0], StringComparison.Ordinal);
        Assert.StartsWith("Surf.Sea.", frames[1], StringComparison.Ordinal);
        Assert.All(frames, f => Assert.InRange(Encoding.UTF8.GetByteCount(f), 1, 512));
    }

    private static void Inputs(params (string Name, int Length)[] members)
    {
        var scope = StepScope.Begin(Calls.Echo, Calls.Origin)!;
        scope.Input(members, static (w, all) =>
        {
            foreach (var (name, length) in all)
            {
                w.Property(name);
                w.Value(new string('x', length));
            }
        });
        scope.EndVoid();
    }

    [Fact]
    public void A_call_all_of_whose_texts_are_long_but_none_very_long_still_fits_its_line()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        var text = new string('\u0001', 680); // 4,082 bytes as written
        var scope = StepScope.Begin(RecordedMethod.Llm(text, null, null), CallOrigin.Direct(text[..330], 1, text[..330]))!;
        scope.Input(text[..640], static (w, kind) =>
        {
            w.Property("secret");
            w.Withhold(kind);
        });
        scope.Enter();
        StepLog.Note(text);
        scope.Usage(new() { Model = text, Provider = text, StopReason = text, ResponseId = text });
        scope.Fail(new LongFailure());

        Assert.Equal(0, log.Health.Lost);
        var step = Assert.IsType<LlmCallStep>(log.Steps[1]);
        Assert.Equal((text, text, text), (step.Model, step.StopReason, step.Notes[0]));
        Assert.Equal(5000, step.Error!.Length);
        LogLines.AssertSound(log.ToArray());
    }

    private sealed class LongFailure : Exception
    {
        public override string Message => new('\u0001', 5000);

        public override string StackTrace => string.Join('\n', Enumerable.Repeat("at " + new string('\u0001', 220), 3));
    }
}
