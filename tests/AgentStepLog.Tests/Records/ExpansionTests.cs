using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Records;

/// <summary>Logs of a few kilobytes that stand for more than any memory holds.</summary>
public sealed class ExpansionTests : IDisposable
{
    private const long Limit = 64 * 1024 * 1024;

    private readonly TempDirectory _folder = new();
    private readonly Dictionary<string, byte[]> _blobs = [];
    private readonly Dictionary<string, int> _opened = [];

    public static TheoryData<string> Bombs { get; } = ["threads of threads", "one thread many times", "one blob many times", "blobs of blobs", "many small messages", "a long chain", "one huge blob", "much left out"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_value_that_expands_to_more_than_its_limit_is_an_error_that_names_step_and_option(string bomb)
    {
        var step = Step(Bomb(bomb));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<StepLogException>(() => step.InputJson);
        Assert.StartsWith("InputJson of step 1 of run \"run-1\" expands to more than 67108864 bytes, with the blobs that it names.", error.Message, StringComparison.Ordinal);
        Assert.Contains("StepLogReadOptions.ExpansionLimit", error.Message, StringComparison.Ordinal);
        // What is read, what it is put together in as it grows, and the lists of where its messages stand.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * Limit);
    }

    [Fact]
    public void What_is_put_together_before_the_limit_is_passed_takes_no_more_than_the_limit_again()
    {
        var step = Step(Bomb("blobs of blobs"));
        Assert.Throws<StepLogException>(() => step.InputJson); // code is compiled, pools are filled
        var content = _opened.Sum(blob => (long)_blobs[blob.Key].Length * blob.Value);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<StepLogException>(() => step.InputJson);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(content, Limit / 2, Limit);
        Assert.InRange(allocated, content, (2 * content) + (Limit / 2)); // what is read, what comes of it, and the objects around both
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_verifier_reads_each_blob_once_and_expands_none(string bomb)
    {
        var log = Log(Bomb(bomb)).ToArray();
        var verification = StepLogVerifier.Verify(new MemoryStream(log), Open);
        Assert.Equal(Verdict.SelfConsistent, verification.Verdict);
        Assert.All(_opened.Values, static times => Assert.InRange(times, 1, 2)); // hashed, and looked into
        Assert.NotEmpty(_opened);
    }

    [Fact]
    public void A_verifier_reads_a_blob_once_whatever_its_lines_say_of_its_length()
    {
        var hash = Put("\"a\"");
        var log = new HandWrittenLog().Header();
        for (var i = 1; i <= 50; i++)
        {
            log.Tool(i, "T", $"\"input\":{{\"a\":{{\"$blob\":\"sha256:{hash}\",\"bytes\":{i}}}}}");
        }

        var verification = StepLogVerifier.Verify(new MemoryStream(log.End().ToArray()), Open);
        Assert.Equal((Verdict.BlobAltered, 1), (verification.Verdict, _opened[hash]));
    }

    [Fact]
    public void A_larger_limit_reads_what_is_there()
    {
        var message = $"{{\"text\":\"{new string('x', 10_000_000)}\"}}";
        var hash = Put($"{{\"add\":[{message},{message}]}}");
        var thread = $"{{\"$thread\":\"sha256:{hash}\",\"messages\":2}}";
        var log = Log($"[{thread},{thread},{thread},{thread}]").ToArray();
        Assert.Throws<StepLogException>(() => Tool(StepLogFile.Parse(log, blobs: Open)).InputJson);
        var json = Tool(StepLogFile.Parse(log, blobs: Open, options: new() { ExpansionLimit = 128 * 1024 * 1024 })).InputJson;
        Assert.Equal(8L * message.Length + 8 + 9 + 6, json.Utf8.Length);
    }

    [Fact]
    public void What_fits_is_read_as_ever()
    {
        var thread = $"{{\"$thread\":\"sha256:{Put($"{{\"add\":[{{\"$$a\":1}},{{\"text\":\"{new string('\u00E9', 5_000_000)}\"}}]}}")}\",\"messages\":2}}";
        var text = Tool(StepLogFile.Parse(Log($"[{thread},0,{{}},[],{thread}]").ToArray(), blobs: Open)).InputJson.ToString();
        Assert.StartsWith("{\"a\":[[{\"$a\":1},{\"text\":\"ééé", text, StringComparison.Ordinal);
        Assert.Contains("éé\"}],0,{},[],[{\"$a\":1},{\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_typed_step_whose_values_expand_to_too_much_stays_untyped_and_a_header_still_opens()
    {
        var bomb = Bomb("threads of threads");
        var log = new HandWrittenLog().Header($"\"agent\":\"a\",\"metadata\":{{\"a\":{bomb}}}").Tool(1, "T", $"\"input\":{{\"a\":{bomb}}}").End().ToArray();
        var types = new TypedSteps().Tool("Surf.Tools.T", static (step, values) => new Typed(step) { A = values.Input("a", static v => v.String()) });
        var file = StepLogFile.Parse(log, types, Open);
        Assert.Null(file.Damage);
        Assert.Equal(typeof(ToolCallStep), file.Steps[1].GetType());
    }

    [Fact]
    public void A_stream_that_says_nothing_of_its_length_is_read_up_to_the_limit()
    {
        var hash = Put("\"x\"");
        var endless = new Endless();
        var step = Tool(StepLogFile.Parse(Log(Blob(hash)).ToArray(), blobs: _ => endless));
        Assert.Throws<StepLogException>(() => step.InputJson);
        Assert.InRange(endless.Given, Limit, Limit + (1 << 20));
    }

    [Fact]
    public void A_compressed_file_that_unpacks_to_more_than_its_limit_is_an_error_read_and_verified()
    {
        var log = new HandWrittenLog().Header();
        for (var i = 1; i <= 400; i++)
        {
            log.Event("e", $"\"{new string('x', 1000)}\"");
        }

        var path = Path.Combine(_folder.Path, "run-1.jsonl.gz");
        using (var file = new GZipStream(File.Create(path), CompressionLevel.Optimal))
        {
            file.Write(log.End().ToArray());
        }

        Assert.InRange(new FileInfo(path).Length, 1, 64 * 1024);
        var error = Assert.Throws<StepLogException>(() => StepLogFile.Read(path, options: new() { UnpackedLimit = 256 * 1024 }));
        Assert.Contains("run-1.jsonl.gz unpacks to more than the 262144 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("StepLogReadOptions.UnpackedLimit", error.Message, StringComparison.Ordinal);
        Assert.Equal(402, StepLogFile.Read(path).Steps.Count);
        Assert.Equal(error.Message, Assert.Throws<StepLogException>(() => StepLogVerifier.Verify(path, new StepLogReadOptions { UnpackedLimit = 256 * 1024 })).Message);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path, new StepLogReadOptions { UnpackedLimit = 1024 * 1024 }).Verdict);
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }

    [Fact]
    public void A_compressed_file_is_verified_without_options_up_to_a_gigabyte()
    {
        var path = Path.Combine(_folder.Path, "run-1.jsonl.gz");
        using (var file = new GZipStream(File.Create(path), CompressionLevel.Optimal))
        {
            file.Write(new HandWrittenLog().Header().ToArray());
            var piece = new byte[1024 * 1024];
            piece.AsSpan().Fill((byte)'x');
            for (var i = 0; i <= 1024; i++)
            {
                file.Write(piece);
            }
        }

        var error = Assert.Throws<StepLogException>(() => StepLogVerifier.Verify(path));
        Assert.Contains("unpacks to more than the", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_that_is_too_small_is_refused_by_each_call_that_is_given_it()
    {
        var path = _folder.Write("run-1.jsonl", Log("1").ToArray());
        var run = StepLogDirectory.Open(_folder.Path).FindRun("run-1")!;
        foreach (var (options, name) in new[] { (new StepLogReadOptions { ExpansionLimit = 65_535 }, "ExpansionLimit"), (new StepLogReadOptions { UnpackedLimit = 65_535 }, "UnpackedLimit") })
        {
            Func<object?>[] calls =
            [
                () => StepLogFile.Read(path, options: options), () => StepLogFile.ReadSteps(path, options: options), () => StepLogFile.ReadStepsAsync(path, options: options),
                () => StepLogFile.Parse(Log("1").ToArray(), options: options), () => StepLogVerifier.Verify(path, options), () => run.Read(options: options),
                () => run.ReadSteps(options: options), () => run.ReadStepsAsync(options: options), () => run.ReadEnd(options), () => run.ReadOutcome(options), () => run.ReadSummary(options),
                () => run.Verify(options), () => run.FollowAsync(options: options),
            ];
            Assert.All(calls, call => Assert.StartsWith($"StepLogReadOptions.{name} is at least 65536 bytes. (Parameter 'options')",
                Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal));
            Func<Task>[] tasks = [() => StepLogFile.ReadAsync(path, options: options), () => StepLogVerifier.VerifyAsync(path, options), () => run.ReadAsync(options: options), () => run.VerifyAsync(options)];
            foreach (var task in tasks)
            {
                await Assert.ThrowsAsync<ArgumentOutOfRangeException>(task);
            }
        }
    }

    [Fact]
    public void Options_that_change_after_a_call_change_nothing_of_it()
    {
        var value = Blob(Put($"\"{new string('x', 200_000)}\""));
        var options = new StepLogReadOptions();
        var step = Tool(StepLogFile.Parse(Log(value).ToArray(), blobs: Open, options: options));
        options.ExpansionLimit = 65_536;
        Assert.True(step.InputJson.Utf8.Length > 65_536);

        var packed = _folder.Write("run-1.jsonl.gz", Integrity.Mutants.SampleRun.Pack(Log($"\"{new string('x', 60_000)}\"").Event(new string('y', 60_000)).ToArray()));
        options = new() { UnpackedLimit = 65_536 };
        var steps = StepLogFile.ReadSteps(packed, options: options);
        options.UnpackedLimit = null;
        Assert.Equal(StepLogErrorReason.TooLarge, Assert.Throws<StepLogException>(() => steps.Count()).Reason);
    }

    private static HandWrittenLog Log(string value) => new HandWrittenLog().Header().Tool(1, "T", $"\"input\":{{\"a\":{value}}}").End();

    private static ToolCallStep Tool(StepLogFile file) => file.Steps.OfType<ToolCallStep>().Single();

    private string Blob(string hash) => $"{{\"$blob\":\"sha256:{hash}\",\"bytes\":{_blobs[hash].Length}}}";

    private static string Many(string item, int times) => string.Join(',', Enumerable.Repeat(item, times));

    private ToolCallStep Step(string value) => Tool(StepLogFile.Parse(Log(value).ToArray(), blobs: Open));

    private string Thread(int messages, string body) => $"{{\"$thread\":\"sha256:{Put(body)}\",\"messages\":{messages}}}";

    private string Bomb(string kind)
    {
        switch (kind)
        {
            case "threads of threads":
                var thread = Thread(500, $"{{\"add\":[{Many("{\"a\":1}", 500)}]}}");
                thread = Thread(500, $"{{\"add\":[{Many(thread, 500)}]}}");
                return Thread(500, $"{{\"add\":[{Many(thread, 500)}]}}");
            case "one thread many times":
                return $"[{Many(Thread(1, $"{{\"add\":[{{\"a\":\"{new string('x', 10_000_000)}\"}}]}}"), 400)}]";
            case "one blob many times":
                return $"[{Many(Blob(Put($"\"{new string('x', 10_000_000)}\"")), 400)}]";
            case "blobs of blobs":
                var blob = Blob(Put($"[{Many("1", 500)}]"));
                blob = Blob(Put($"[{Many(blob, 500)}]"));
                blob = Blob(Put($"[{Many(blob, 500)}]"));
                return Blob(Put($"[{Many(blob, 500)}]"));
            case "many small messages":
                return Thread(20_000_000, $"{{\"add\":[{Many("1", 20_000_000)}]}}");
            case "a long chain":
                var prev = Put("{\"add\":[]}");
                for (var i = 0; i < 130_000; i++)
                {
                    prev = Put($"{{\"prev\":\"sha256:{prev}\",\"add\":[]}}");
                }

                return $"{{\"$thread\":\"sha256:{prev}\",\"messages\":0}}";
            case "one huge blob":
                return Blob(Put($"\"{new string('x', (int)Limit)}\""));
            default:
                // Each blob moves a million messages.
                var before = Put($"{{\"add\":[{Many("1", 1_000_000)}]}}");
                for (var i = 0; i < 500; i++)
                {
                    before = Put($"{{\"prev\":\"sha256:{before}\",\"keep\":0,\"drop\":1,\"put\":[{i}],\"add\":[]}}");
                }

                return $"{{\"$thread\":\"sha256:{before}\",\"messages\":1000000}}";
        }
    }

    private string Put(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        _blobs[hash] = bytes;
        return hash;
    }

    private MemoryStream? Open(string hash)
    {
        _opened[hash] = _opened.GetValueOrDefault(hash) + 1;
        return _blobs.TryGetValue(hash, out var bytes) ? new MemoryStream(bytes, writable: false) : null;
    }

    private sealed record Typed : ToolCallStep
    {
        internal Typed(ToolCallStep step)
            : base(step)
        {
        }

        public required string A { get; init; }
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
