using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Hashing;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>However often and however a log names its blobs, each is read once, and what is known of them has an end.</summary>
public sealed class BlobBudgetTests
{
    private const int Times = 900;

    private readonly Dictionary<string, byte[]> _blobs = [];
    private readonly Dictionary<string, int> _opened = [];
    private readonly List<BlobReference> _references = [];

    private int Reads => _opened.Values.Sum();

    [Fact]
    public void A_long_chat_history_is_read_once_whatever_is_said_of_its_length()
    {
        const int Parts = 130_000;
        var head = Chain(Parts);
        var log = new HandWrittenLog().Header();
        for (var i = 0; i < 2; i++)
        {
            log.Event("e", $"[{string.Join(',', Enumerable.Range(1 + (i * Times / 2), Times / 2).Select(n => Thread(head, n)))}]");
        }

        var found = StepLogVerifier.Verify(new MemoryStream(log.End().ToArray()), Open);
        Assert.Equal((Verdict.BlobAltered, (long)Parts), (found.Verdict, found.Blobs));
        Assert.Equal([head], found.AlteredBlobs);
        Assert.Equal(Parts, Reads);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    public void A_chat_history_of_more_parts_than_are_remembered_is_read_once_and_counted_to_its_end(int parts)
    {
        var head = Chain(parts);
        var blobs = new BlobCheck(Open, remembered: 10);
        for (var i = 0; i < Times; i++)
        {
            blobs.Check(Named($"[{Thread(head, parts)}]"));
        }

        Assert.Equal((0, 0), (blobs.Altered, blobs.Missing));
        Assert.InRange(Reads, parts, parts + 1); // the head, once more
        blobs.Check(Named($"[{Thread(head, parts + 1)}]"));
        Assert.Equal([head], blobs.AlteredHashes);
    }

    [Fact]
    public void A_part_that_leaves_out_what_was_never_there_is_found_also_beyond_those_that_are_remembered()
    {
        var hash = Put("{\"add\":[1]}");
        hash = Put($"{{\"prev\":\"sha256:{hash}\",\"drop\":2,\"add\":[1,2,3]}}");
        for (var i = 0; i < 50; i++)
        {
            hash = Put($"{{\"prev\":\"sha256:{hash}\",\"add\":[{i}]}}");
        }

        var blobs = new BlobCheck(Open, remembered: 10);
        blobs.Check(Named($"[{Thread(hash, 52)}]"));
        Assert.Equal(1, blobs.Altered);
    }

    [Fact]
    public void A_blob_that_names_very_many_that_are_gone_takes_bounded_memory()
    {
        const int Gone = 300_000;
        var all = new StringBuilder("[");
        for (var i = 0; i < Gone; i++)
        {
            all.Append($"{{\"$blob\":\"sha256:{i:x64}\",\"bytes\":{i}}},");
        }

        all[^1] = ']';
        var hash = Put(all.ToString());
        var log = new HandWrittenLog().Header().Event("e", $"{{\"$blob\":\"sha256:{hash}\",\"bytes\":{_blobs[hash].Length}}}").End().ToArray();
        var asked = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();

        var found = StepLogVerifier.Verify(new MemoryStream(log), name => name == hash ? new MemoryStream(_blobs[name]) : Count(ref asked), cores: 1);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
        Assert.Equal((Verdict.BlobMissing, Gone, 100), (found.Verdict, asked, found.MissingBlobs.Count));
    }

    [Fact]
    public void Blobs_that_may_name_others_wait_up_to_a_limit_and_the_error_says_so()
    {
        var many = string.Join(',', Enumerable.Range(0, 4).Select(i => Blob(Put($"{{\"$$a\":{i}}}"))));
        var head = Named(Blob(Put($"[{many}]")));
        new BlobCheck(Open, waiting: 4).Check(head);
        var error = Assert.Throws<StepLogException>(() => new BlobCheck(Open, waiting: 3).Check(head));
        Assert.StartsWith("The log cannot be verified: more than 3 blobs that may name others are named at once, the last being ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blobs_beyond_those_that_are_remembered_are_checked_all_the_same()
    {
        var blobs = new BlobCheck(Open, remembered: 10);
        var all = Enumerable.Range(0, 100).Select(i => Named(Blob(Put($"{{\"a\":{i}}}")))).ToList();
        all.ForEach(blobs.Check);
        _blobs[all[7].Hash] = [1];
        _blobs.Remove(all[8].Hash);
        all.ForEach(blobs.Check);
        Assert.Equal([all[7].Hash], blobs.AlteredHashes);
        Assert.Equal([all[8].Hash], blobs.MissingHashes);
    }

    [Theory]
    [InlineData("sha256:")]
    [InlineData("sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg")]
    [InlineData("sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    public void A_name_that_is_none_is_refused(string name) => Assert.False(BlobHash.TryParse(Encoding.UTF8.GetBytes(name), out _));

    [Fact]
    public void A_name_is_the_same_from_digits_and_bytes_and_reads_as_it_was_written()
    {
        var bytes = SHA256.HashData("a"u8);
        var digits = Convert.ToHexStringLower(bytes);
        Assert.True(BlobHash.TryParse(Encoding.ASCII.GetBytes("sha256:" + digits), out var hash));
        Assert.Equal((BlobHash.Of(bytes), digits), (hash, hash.ToString()));
    }

    private static Stream? Count(ref int asked)
    {
        asked++;
        return null;
    }

    private static string Thread(string head, int messages) => $"{{\"$thread\":\"sha256:{head}\",\"messages\":{messages}}}";

    private string Chain(int parts)
    {
        var hash = Put("{\"add\":[0]}");
        for (var i = 1; i < parts; i++)
        {
            hash = Put($"{{\"prev\":\"sha256:{hash}\",\"add\":[0]}}");
        }

        return hash;
    }

    private BlobReference Named(string json)
    {
        _references.Clear();
        Assert.Null(BlobReference.FlawOfValue(Encoding.UTF8.GetBytes(json), _references.Add));
        return Assert.Single(_references);
    }

    private string Blob(string hash) => $"{{\"$blob\":\"sha256:{hash}\",\"bytes\":{_blobs[hash].Length}}}";

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
}
