using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Records;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Records;

public sealed class FieldValueTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Blobs_are_read_in_where_they_are_named()
    {
        var a = Put("{\"$$own\":1,\"big\":\"xxx\"}");
        var step = Call($"\"input\":{{\"a\":{a},\"b\":[{Put("\"text\"")}],\"c\":2}},\"output\":{Put("[1,2]")}");

        Assert.Equal("{\"a\":{\"$own\":1,\"big\":\"xxx\"},\"b\":[\"text\"],\"c\":2}", step.InputJson.ToString());
        Assert.Equal("[1,2]", step.OutputJson.ToString());
    }

    [Fact]
    public void A_blob_that_names_a_blob_is_read_in_whole()
    {
        var inner = Put("\"deep\"");
        var step = Call($"\"input\":{Put($"{{\"a\":{inner}}}")}");

        Assert.Equal("{\"a\":\"deep\"}", step.InputJson.ToString());
    }

    [Fact]
    public void A_blob_is_read_when_it_is_asked_for_and_not_before()
    {
        var reference = Put("\"late\"");
        var step = Call($"\"input\":{{\"a\":{reference}}}");
        var blob = Directory.GetFiles(Path.Combine(_folder.Path, "run-1.blobs")).Single();

        File.Delete(blob);
        Assert.Equal($"{{\"a\":{reference}}}", step.InputJson.ToString());
        Put("\"late\"");
        Assert.Equal("{\"a\":\"late\"}", step.InputJson.ToString());
    }

    [Fact]
    public void An_altered_blob_is_never_shown_as_what_was_recorded()
    {
        var reference = Put("\"true\"");
        var step = Call($"\"input\":{{\"a\":{reference}}}");
        File.WriteAllText(Directory.GetFiles(Path.Combine(_folder.Path, "run-1.blobs")).Single(), "\"forged\"");

        Assert.Equal($"{{\"a\":{reference}}}", step.InputJson.ToString());
    }

    [Fact]
    public void Hashes_and_threads_stay_what_they_are()
    {
        const string Input = "{\"a\":{\"$hash\":\"sha256:00\",\"bytes\":3},\"b\":{\"$thread\":\"sha256:00\",\"messages\":2}}";

        Assert.Equal(Input, Call($"\"input\":{Input}").InputJson.ToString());
    }

    [Theory]
    [InlineData("{\"$$a\":1}", "{\"$a\":1}")]
    [InlineData("{\"$$$$a\":{\"$$\":2}}", "{\"$$$a\":{\"$\":2}}")]
    [InlineData("{\"\\u0024$a\":1}", "{\"$a\":1}")]
    [InlineData("{\"$$blob\":\"sha256:0\"}", "{\"$blob\":\"sha256:0\"}")]
    [InlineData("{\"a\":\"$text\"}", "{\"a\":\"$text\"}")]
    public void Keys_of_the_users_come_back_as_they_were(string line, string user)
    {
        Assert.Equal(user, Call($"\"input\":{line}").InputJson.ToString());
        Assert.Equal(JsonText.Parse(line), BlobReferences.AsInLine(JsonText.Parse(user)));
    }

    [Fact]
    public void A_task_and_an_error_that_went_to_blobs_are_read_whole()
    {
        var log = new HandWrittenLog().Header($"\"agent\":\"a\",\"task\":{Put("\"a long task\"")}")
            .Tool(1, "T", "", error: $"\"error\":\"begin\",\"error_blob\":{Put("\"beginning and end\"")}").End();
        var path = _folder.Write("run-1.jsonl", log.ToArray());

        var file = StepLogFile.Read(path);

        Assert.Equal("a long task", file.Header.Task);
        Assert.Equal("beginning and end", Assert.IsType<ToolCallStep>(file.Steps[1]).Error);
    }

    [Fact]
    public void A_text_whose_blob_is_gone_says_so_and_an_error_keeps_its_beginning()
    {
        var log = new HandWrittenLog().Header($"\"agent\":\"a\",\"task\":{Reference("\"gone\"")}")
            .Tool(1, "T", $"\"notes\":{Reference("[]")}", error: $"\"error\":\"begin\",\"error_blob\":{Reference("\"gone\"")}").End();

        var file = StepLogFile.Parse(log.ToArray());

        Assert.StartsWith("[not in the log: sha256:", file.Header.Task, StringComparison.Ordinal);
        var step = Assert.IsType<ToolCallStep>(file.Steps[1]);
        Assert.Equal("begin", step.Error);
        Assert.StartsWith("[not in the log: sha256:", Assert.Single(step.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_withheld_values_that_went_to_a_blob_is_read_and_one_that_is_gone_covers_the_whole_line()
    {
        var list = Put("[{\"at\":\"/input/a\",\"kind\":\"k\"}]");
        var log = new HandWrittenLog().Header().Tool(1, "T", "\"input\":{\"a\":\"[redacted:k]\"}", error: $"\"error\":null,\"redacted\":{list}").End().ToArray();
        var path = _folder.Write("run-1.jsonl", log);

        Assert.Equal([new WithheldValue("/input/a", "k")], StepLogFile.Read(path).Steps[1].Withheld);
        Assert.Equal([new WithheldValue("", "unknown")], StepLogFile.Parse(log).Steps[1].Withheld);
        Assert.Equal((Verdict.SelfConsistent, 1L), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).Blobs));
    }

    [Fact]
    public void What_the_library_spills_comes_back_equal()
    {
        var big = JsonText.Object(("$big", JsonText.Of(new string('ü', 60_000))), ("small", JsonText.Of("s")));
        using (var log = StepLog.Start(_folder.Path, new StepLogOptions { RunId = "spilled" }))
        {
            using (var call = log.ToolCall("T", JsonText.Object(("a", big), ("b", JsonText.Of("x")))))
            {
                call.Complete(big); // stored once: the same content
            }

            log.Complete();
        }

        var path = Path.Combine(_folder.Path, "spilled.jsonl");
        var step = Assert.IsType<ToolCallStep>(StepLogFile.Read(path).Steps[1]);
        Assert.Equal(JsonText.Object(("a", big), ("b", JsonText.Of("x"))), step.InputJson);
        Assert.Equal(big, step.OutputJson);
        Assert.True(step.InputValue.Line.Utf8.Length < 2000);
        Assert.Equal((Verdict.SelfConsistent, 1L), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).Blobs));
    }

    private static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string Reference(string content) =>
        $"{{\"$blob\":\"sha256:{Hash(content)}\",\"bytes\":{content.Length},\"media_type\":\"application/json\",\"preview\":\"x\"}}";

    private string Put(string content)
    {
        _folder.Write($"run-1.blobs/{Hash(content)}", Encoding.UTF8.GetBytes(content));
        return Reference(content);
    }

    private ToolCallStep Call(string rest)
    {
        var path = _folder.Write("run-1.jsonl", new HandWrittenLog().Header().Tool(1, "T", rest).End().ToArray());
        return Assert.IsType<ToolCallStep>(StepLogFile.Read(path).Steps[1]);
    }
}
