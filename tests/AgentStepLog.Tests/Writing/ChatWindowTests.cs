using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>Chats whose oldest messages are no longer sent: what stays is stored once all the same.</summary>
public sealed class ChatWindowTests : ChatTests
{
    private const int Window = 40;

    [Fact]
    public void A_log_grows_with_the_chat_and_not_with_turns_times_window()
    {
        var (with, without) = (new Dictionary<int, long>(), new Dictionary<int, long>());
        foreach (var turns in new[] { 100, 200, 400 })
        {
            with[turns] = Bytes(turns, History, (log, history) => log.LlmCall("m", input: JsonText.Object(("messages", history))).Use(call => call.Complete()));
            without[turns] = Bytes(turns, History, (log, history) => log.ToolCall("t", JsonText.Object(("messages", history))).Use(call => call.Complete()));
        }

        var figure = string.Join("; ", with.Keys.Select(turns => string.Create(CultureInfo.InvariantCulture, $"{turns} turns, window {Window}: {with[turns]:N0} bytes, without threads {without[turns]:N0}")));
        TestContext.Current.TestOutputHelper?.WriteLine(figure);
        Assert.True(with[400] < 2.2 * with[200] && with[200] < 2.2 * with[100], figure);
        Assert.True(with[200] * 6 < without[200], figure);
    }

    [Fact]
    public void Each_call_reads_back_with_its_window_and_the_log_verifies()
    {
        var log = Start();
        var histories = Enumerable.Range(1, 150).Select(History).ToList();
        histories.ForEach(history => Ask(log, history));
        log.Complete();

        Assert.Equal(histories, StepLogFile.Read(log.Path!).Steps.OfType<LlmCallStep>().Select(Messages));
        Assert.Equal(histories, log.Steps.OfType<LlmCallStep>().Select(Messages));
        var verification = StepLogVerifier.Verify(log.Path!);
        Assert.Equal((Verdict.SelfConsistent, log.Health.Blobs), (verification.Verdict, verification.Blobs));
    }

    [Fact]
    public void By_the_words_of_the_format_a_history_is_the_one_before_it_with_some_left_out_and_some_put_in()
    {
        var log = Start();
        for (var turns = 1; turns <= 150; turns++)
        {
            Ask(log, History(turns));
        }

        log.Complete();
        var (blobs, longest) = (Blobs(log), 0);
        foreach (var (line, turns) in LogLines.OfType(log, "llm_call").Select((line, i) => (line.GetProperty("input").GetProperty("messages"), i + 1)).Where(line => line.Item1.ValueKind == JsonValueKind.Object))
        {
            var (messages, read) = Follow(blobs, line.GetProperty("$thread").GetString()!);
            Assert.Equal(History(turns).ToString(), $"[{string.Join(',', messages)}]");
            Assert.Equal(line.GetProperty("messages").GetInt32(), messages.Count);
            longest = Math.Max(longest, read);
        }

        Assert.InRange(longest, Window, 6 * Window); // and nobody reads a chat from its beginning to see its end
    }

    [Fact]
    public void Messages_that_are_told_in_fewer_words_take_the_place_of_those_they_tell()
    {
        var log = Start();
        var whole = Turns(0, 30).ToList();
        Ask(log, JsonText.Array([Message("system", "It is Monday."), .. whole]));
        var before = BlobBytes(log);
        var told = JsonText.Array([Message("system", "It is Tuesday."), Message("user", "Twenty turns, in short."), .. whole[40..], Message("user", "and now?")]);
        Ask(log, told);
        var same = JsonText.Array([Message("system", "It is Tuesday."), Message("user", "Twenty turns, in short."), .. whole[40..]]); // nothing is new
        Ask(log, same);
        log.Complete();

        Assert.InRange(BlobBytes(log) - before, 1, 800);
        Assert.Equal([told, same], log.Steps.OfType<LlmCallStep>().Skip(1).Select(Messages));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Fact]
    public async Task Windows_side_by_side_keep_apart_also_where_their_messages_are_alike()
    {
        using var log = Start();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(chat => Task.Run(() =>
        {
            for (var turns = 1; turns < 60; turns++)
            {
                Ask(log, JsonText.Array([Message("system", $"chat {chat % 4}"), .. Turns(0, turns).TakeLast(chat % 2 == 0 ? 20 : 21), Message("user", "ok")]));
            }
        })));

        var expected = Enumerable.Range(0, 8).SelectMany(chat => Enumerable.Range(1, 59).Select(turns =>
            JsonText.Array([Message("system", $"chat {chat % 4}"), .. Turns(0, turns).TakeLast(chat % 2 == 0 ? 20 : 21), Message("user", "ok")]).ToString()));
        Assert.Equal(expected.Order(StringComparer.Ordinal), log.Steps.OfType<LlmCallStep>().Select(step => Messages(step).ToString()).Order(StringComparer.Ordinal));
        log.Complete();
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(log.Path!).Verdict);
    }

    [Theory]
    [InlineData("\"keep\":1,\"drop\":1,\"put\":[],", "[{\"a\":0},{\"a\":2},{\"b\":1}]")]
    [InlineData("\"keep\":0,\"drop\":3,\"put\":[{\"p\":1},{\"p\":2}],", "[{\"p\":1},{\"p\":2},{\"b\":1}]")]
    [InlineData("\"keep\":2,", "[{\"a\":0},{\"a\":1},{\"a\":2},{\"b\":1}]")]
    [InlineData("\"drop\":3,", "[{\"b\":1}]")]
    [InlineData("\"keep\":1,\"drop\":3,\"put\":[],", null)]
    [InlineData("\"keep\":4,", null)]
    [InlineData("\"drop\":-1,", null)]
    [InlineData("\"drop\":1.5,", null)]
    [InlineData("\"drop\":99999999999,", null)]
    [InlineData("\"keep\":2147483647,\"drop\":2147483647,", null)]
    [InlineData("\"put\":{},", null)]
    public void A_window_of_another_writer_is_held_to_what_the_history_before_has(string cut, string? expected)
    {
        var first = Store("{\"add\":[{\"a\":0},{\"a\":1},{\"a\":2}]}");
        var last = Store($"{{\"prev\":\"sha256:{first}\",{cut}\"add\":[{{\"b\":1}}]}}");
        var messages = expected is null ? 3 : JsonDocument.Parse(expected).RootElement.GetArrayLength();
        var reference = $"{{\"$thread\":\"sha256:{last}\",\"messages\":{messages}}}";
        var path = Path.Combine(Folder, "run-1.jsonl");
        File.WriteAllBytes(path, new HandWrittenLog().Header().Llm(1, $"\"input\":{{\"m\":{reference}}}").End().ToArray());

        Assert.Equal(expected is null ? Verdict.BlobAltered : Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
        Assert.Equal($"{{\"m\":{expected ?? reference}}}", StepLogFile.Read(path).Steps.OfType<LlmCallStep>().Single().InputJson.ToString());
    }

    private static IEnumerable<JsonText> Turns(int first, int count) => Enumerable.Range(first, count).SelectMany(turn =>
        new[] { Message("user", $"question {turn} {new string('q', 150)}"), Message("assistant", $"answer {turn} {new string('a', 250)}") });

    /// <summary>An instruction, and the last messages of so many turns.</summary>
    private static JsonText History(int turns) => JsonText.Array([Message("system", "You tell the weather."), .. Turns(0, turns).TakeLast(Window)]);

    private static (List<string> Messages, int Read) Follow(Dictionary<string, JsonElement> blobs, string reference)
    {
        var blob = blobs[reference["sha256:".Length..]];
        var (messages, read) = blob.TryGetProperty("prev", out var prev) ? Follow(blobs, prev.GetString()!) : ([], 0);
        var keep = blob.TryGetProperty("keep", out var kept) ? kept.GetInt32() : 0;
        messages.RemoveRange(keep, blob.TryGetProperty("drop", out var drop) ? drop.GetInt32() : 0);
        List<string> put = blob.TryGetProperty("put", out var instead) ? [.. instead.EnumerateArray().Select(m => m.GetRawText())] : [];
        messages.InsertRange(keep, put);
        List<string> add = [.. blob.GetProperty("add").EnumerateArray().Select(m => m.GetRawText())];
        return ([.. messages, .. add], read + put.Count + add.Count);
    }

    private static Dictionary<string, JsonElement> Blobs(StepLog log) => new DirectoryInfo(log.Path![..^".jsonl".Length] + ".blobs").EnumerateFiles()
        .ToDictionary(file => file.Name, file =>
        {
            var bytes = File.ReadAllBytes(file.FullName);
            Assert.Equal(file.Name, Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant());
            return JsonDocument.Parse(bytes).RootElement;
        });

    private string Store(string blob)
    {
        var bytes = Encoding.UTF8.GetBytes(blob);
        var hash = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "run-1.blobs"));
        File.WriteAllBytes(Path.Combine(folder.FullName, hash), bytes);
        return hash;
    }
}
