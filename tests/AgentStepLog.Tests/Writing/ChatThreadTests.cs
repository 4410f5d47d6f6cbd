using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>Histories of chats that each call carries whole: stored by what they add, read back whole.</summary>
public sealed class ChatThreadTests : ChatTests
{
    [Fact]
    public void A_log_grows_with_the_chat_and_not_with_its_square()
    {
        var (with, without) = (new Dictionary<int, long>(), new Dictionary<int, long>());
        foreach (var turns in new[] { 50, 100, 200 })
        {
            with[turns] = Bytes(turns, turn => History(turn), (log, history) => log.LlmCall("m", input: JsonText.Object(("messages", history))).Use(call => call.Complete()));
            without[turns] = Bytes(turns, turn => History(turn), (log, history) => log.ToolCall("t", JsonText.Object(("messages", history))).Use(call => call.Complete()));
        }

        var figure = string.Join("; ", with.Keys.Select(turns => string.Create(CultureInfo.InvariantCulture, $"{turns} turns: {with[turns]:N0} bytes, without threads {without[turns]:N0}")));
        TestContext.Current.TestOutputHelper?.WriteLine(figure);
        Assert.True(with[200] < 2.1 * with[100] && with[100] < 2.1 * with[50], figure);
        Assert.True(without[200] > 3.5 * without[100], figure);
        Assert.True(with[200] * 20 < without[200], figure);
    }

    [Fact]
    public void Each_call_reads_back_with_the_whole_history_and_the_log_verifies()
    {
        var log = Start();
        var histories = Enumerable.Range(1, 40).Select(turns => History(turns)).ToList();
        histories.ForEach(history => Ask(log, history));
        log.Complete();

        var file = StepLogFile.Read(log.Path!);
        Assert.Equal(histories, file.Steps.OfType<LlmCallStep>().Select(step => Messages(step)));
        Assert.Equal(histories, log.Steps.OfType<LlmCallStep>().Select(step => Messages(step)));
        var verification = StepLogVerifier.Verify(log.Path!);
        Assert.Equal((Verdict.SelfConsistent, log.Health.Blobs), (verification.Verdict, verification.Blobs));

        // By the words of the format, with nothing of the library.
        var last = LogLines.OfType(log, "llm_call")[^1].GetProperty("input").GetProperty("messages");
        Assert.Equal(["$thread", "messages"], LogLines.Names(last));
        Assert.Equal(80, last.GetProperty("messages").GetInt32());
        var texts = new List<string>();
        for (var next = last.GetProperty("$thread").GetString(); next is not null;)
        {
            var bytes = File.ReadAllBytes(Path.Combine(log.Path![..^".jsonl".Length] + ".blobs", next["sha256:".Length..]));
            Assert.Equal(next, "sha256:" + Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant());
            var blob = JsonDocument.Parse(bytes).RootElement;
            texts.InsertRange(0, blob.GetProperty("add").EnumerateArray().Select(message => message.GetRawText()));
            next = LogLines.Text(blob, "prev");
        }

        Assert.Equal(histories[^1].ToString(), $"[{string.Join(',', texts)}]");
    }

    [Fact]
    public void A_history_that_changed_goes_on_from_the_longest_one_that_it_begins_with()
    {
        var log = Start();
        Ask(log, History(10));
        Ask(log, History(12));
        Ask(log, History(14));
        var before = BlobBytes(log);
        var edited = JsonText.Parse(History(14).ToString().Replace("question 13", "another question 13", StringComparison.Ordinal));
        Ask(log, edited);
        Ask(log, History(14)); // and nothing new
        log.Complete();

        Assert.Equal(edited, Messages(log.Steps.OfType<LlmCallStep>().ElementAt(3)));
        Assert.Equal(4, log.Health.Blobs);
        Assert.InRange(BlobBytes(log) - before, 1, History(14).Utf8.Length - History(12).Utf8.Length + 200);
    }

    [Fact]
    public void Chats_that_begin_with_one_long_instruction_share_it()
    {
        var log = Start();
        var instruction = JsonText.Object(("role", JsonText.Of("system")), ("text", JsonText.Of(new string('s', 20_000))));
        for (var chat = 0; chat < 10; chat++)
        {
            Ask(log, JsonText.Array(instruction, Message("user", $"question {chat}")));
        }

        log.Complete();
        Assert.Equal(11, log.Health.Blobs);
        Assert.True(BlobBytes(log) < 30_000);
        Assert.All(log.Steps.OfType<LlmCallStep>(), step => Assert.Equal(2, Messages(step).ToElement().GetArrayLength()));
    }

    [Theory]
    [InlineData("[1,2,3]")]
    [InlineData("[{\"a\":1},\"b\"]")]
    [InlineData("[{\"a\":1}]")]
    [InlineData("{\"a\":[]}")]
    public void What_is_no_history_stays_what_it_is(string json)
    {
        var log = Start();
        var value = JsonText.Parse(json.Replace("1", "\"" + new string('x', 5_000) + "\"", StringComparison.Ordinal));
        Ask(log, value);

        Assert.DoesNotContain("$thread", LogLines.Single(log, "llm_call").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(value, Messages(log.Steps.OfType<LlmCallStep>().Single()));
        log.Dispose();
    }

    [Fact]
    public void A_short_history_stays_in_its_line_and_so_does_one_of_a_tool()
    {
        var log = Start();
        Ask(log, History(2));
        log.ToolCall("t", JsonText.Object(("messages", History(20)))).Use(call => call.Complete());
        log.Dispose();

        Assert.Equal(0, log.Health.Blobs);
    }

    [Fact]
    public void A_log_in_memory_keeps_threads_too_and_an_input_that_is_a_history_itself_is_one()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        log.LlmCall("m", input: History(20)).Use(call => call.Complete());
        log.LlmCall("m", input: History(21)).Use(call => call.Complete());

        Assert.All(LogLines.OfType(log, "llm_call"), line => Assert.Equal("$thread", LogLines.Names(line.GetProperty("input"))[0]));
        Assert.Equal([History(20), History(21)], log.Steps.OfType<LlmCallStep>().Select(step => step.InputJson));
    }

    [Fact]
    public void Keys_that_begin_with_a_dollar_come_back_as_they_were()
    {
        using var log = StepLog.InMemory(new() { LlmContent = CaptureMode.Full });
        var history = JsonText.Array(Message("user", new string('x', 5_000)), JsonText.Object(("$blob", JsonText.Of("sha256:0")), ("$$x", JsonText.Object(("$thread", JsonText.Of("y"))))));
        Ask(log, history);

        Assert.Equal(history, Messages(log.Steps.OfType<LlmCallStep>().Single()));
    }

    [Fact]
    public void A_blob_in_the_middle_that_is_gone_or_altered_is_found_and_the_history_stays_a_reference()
    {
        var log = Start();
        for (var turns = 10; turns < 15; turns++)
        {
            Ask(log, History(turns));
        }

        log.Complete();
        var folder = log.Path![..^".jsonl".Length] + ".blobs";
        var third = LogLines.OfType(log, "llm_call")[2].GetProperty("input").GetProperty("messages").GetProperty("$thread").GetString()!["sha256:".Length..];
        var content = File.ReadAllBytes(Path.Combine(folder, third));

        File.Delete(Path.Combine(folder, third));
        var missing = StepLogVerifier.Verify(log.Path!);
        Assert.Equal((Verdict.BlobMissing, third), (missing.Verdict, Assert.Single(missing.MissingBlobs)));
        Assert.Equal([true, true, false, false, false], Whole(log.Path!));

        File.WriteAllText(Path.Combine(folder, third), Encoding.UTF8.GetString(content).Replace("question 11", "question 99", StringComparison.Ordinal));
        var altered = StepLogVerifier.Verify(log.Path!);
        Assert.Equal((Verdict.BlobAltered, third), (altered.Verdict, Assert.Single(altered.AlteredBlobs)));
        Assert.Equal([true, true, false, false, false], Whole(log.Path!));
    }

    [Theory]
    [InlineData("{\"add\":[{\"a\":1}]}", 2, Verdict.BlobAltered)]
    [InlineData("{\"add\":[{\"a\":1}]}", 1, Verdict.SelfConsistent)]
    [InlineData("[{\"a\":1}]", 1, Verdict.BlobAltered)]
    [InlineData("{\"prev\":\"sha256:1\",\"add\":[{\"a\":1}]}", 1, Verdict.BlobAltered)]
    [InlineData("{\"add\":[{\"a\":1}],\"add\":[]}", 1, Verdict.BlobAltered)]
    [InlineData("{\"add\":", 1, Verdict.BlobAltered)]
    public void A_thread_of_another_writer_is_held_to_what_its_line_says(string blob, int messages, Verdict verdict)
    {
        var bytes = Encoding.UTF8.GetBytes(blob);
        var hash = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
        Directory.CreateDirectory(Path.Combine(Folder, "run-1.blobs"));
        File.WriteAllBytes(Path.Combine(Folder, "run-1.blobs", hash), bytes);
        var path = Path.Combine(Folder, "run-1.jsonl");
        var reference = $"{{\"$thread\":\"sha256:{hash}\",\"messages\":{messages}}}";
        File.WriteAllBytes(path, new HandWrittenLog().Header().Llm(1, $"\"input\":{{\"m\":{reference}}}").End().ToArray());

        Assert.Equal(verdict, StepLogVerifier.Verify(path).Verdict);
        var expected = verdict == Verdict.SelfConsistent ? "{\"m\":[{\"a\":1}]}" : $"{{\"m\":{reference}}}";
        Assert.Equal(expected, StepLogFile.Read(path).Steps.OfType<LlmCallStep>().Single().InputJson.ToString());
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(1_500_000)]
    public void A_secret_in_a_message_is_withheld_before_the_history_is_stored(int length)
    {
        const string Secret = "ghp_0123456789abcdefghijABCDEFGHIJ012345";
        var log = Start();
        Ask(log, JsonText.Array(Message("user", new string('x', length)), Message("user", $"use {Secret} please")));
        Ask(log, JsonText.Array(Message("user", new string('x', length)), Message("user", $"use {Secret} please"), Message("assistant", "no")));
        log.Complete();

        Assert.All(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories), file => Assert.DoesNotContain(Secret, File.ReadAllText(file), StringComparison.Ordinal));
        var step = log.Steps.OfType<LlmCallStep>().Last();
        Assert.Equal("use [redacted:github-token] please", Messages(step).ToElement()[1].GetProperty("text").GetString());
        Assert.Equal("/input/messages/1/text", Assert.Single(step.Withheld).At);
        Assert.Equal("$thread", LogLines.Names(LogLines.OfType(log, "llm_call")[1].GetProperty("input").GetProperty("messages"))[0]);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public async Task Chats_side_by_side_keep_their_histories_apart()
    {
        using var log = Start();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(chat => Task.Run(() =>
        {
            for (var turns = 10; turns < 32; turns++)
            {
                Ask(log, History(turns, $"chat {chat % 4} "));
            }
        })));

        var steps = log.Steps.OfType<LlmCallStep>().ToList();
        Assert.Equal(8 * 22, steps.Count);
        Assert.All(steps, step =>
        {
            var messages = Messages(step);
            var first = messages.ToElement()[0].GetProperty("text").GetString()!;
            Assert.Equal(History(messages.ToElement().GetArrayLength() / 2, first[..first.IndexOf("question", StringComparison.Ordinal)]), messages);
        });
        log.Complete();
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
        Assert.Equal(4 * 22, log.Health.Blobs);
    }

    private static JsonText History(int turns, string chat = "") => JsonText.Array([.. Enumerable.Range(0, turns).SelectMany(turn =>
        new[] { Message("user", $"{chat}question {turn} {new string('q', 150)}"), Message("assistant", $"{chat}answer {turn} {new string('a', 250)}") })]);

    private static List<bool> Whole(string path) =>
        [.. StepLogFile.Read(path).Steps.OfType<LlmCallStep>().Select(step => step.InputJson.ToElement().GetProperty("messages").ValueKind == JsonValueKind.Array)];
}
