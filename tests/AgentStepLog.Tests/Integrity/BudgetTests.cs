using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Tests.Integrity.Mutants;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>However large what lies there is, a verification takes no more than it says.</summary>
public sealed class BudgetTests : IDisposable
{
    private const long Ceiling = 200_000_000;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(60, "1,", false)]
    [InlineData(90, "{\"a\":\"$\"},", false)]
    [InlineData(97, "1,", true)]
    [InlineData(15, "\"k\":1,", false)]
    public void A_part_of_a_chat_history_is_held_once_and_no_longer_one_than_the_format_allows(int megabytes, string item, bool isTooLong)
    {
        var text = new StringBuilder(item.StartsWith('"') ? "{\"other\":{" : "{\"add\":[");
        var items = (megabytes * 1024 * 1024 / (item.StartsWith('"') ? 11 : item.Length)) - 2;
        for (var i = 0; i < items; i++)
        {
            text.Append(item.StartsWith('"') ? $"\"{i:x}\":1," : item);
        }

        text.Length--;
        var content = Encoding.ASCII.GetBytes(text.Append(item.StartsWith('"') ? "},\"add\":[]}" : "]}").ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var messages = item.StartsWith('"') ? 0 : items;
        _directory.Write($"r.blobs/{hash}", content);
        var path = _directory.Write("r.jsonl", new HandWrittenLog("r").Header().Llm(1, $"\"input\":{{\"m\":{{\"$thread\":\"sha256:{hash}\",\"messages\":{messages}}}}}").End().ToArray());

        var found = Measured(() => StepLogVerifier.Verify(path, cores: 1));

        Assert.Equal(isTooLong ? Verdict.BlobAltered : Verdict.SelfConsistent, found.Verdict);
    }

    [Fact]
    public void A_large_blob_is_hashed_piece_by_piece()
    {
        var content = new byte[150 * 1024 * 1024];
        content.AsSpan().Fill((byte)'x');
        (content[0], content[^1]) = ((byte)'"', (byte)'"');
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        _directory.Write($"r.blobs/{hash}", content);
        var path = _directory.Write("r.jsonl", new HandWrittenLog("r").Header().Event("e", $"{{\"$blob\":\"sha256:{hash}\",\"bytes\":{content.Length}}}").End().ToArray());

        Assert.Equal(Verdict.SelfConsistent, Measured(() => StepLogVerifier.Verify(path, cores: 1), 2_000_000).Verdict);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(40)]
    public void A_head_of_nothing_but_brackets_is_none(int megabytes)
    {
        SampleRun.Make(isEnded: false, hasHead: false).ToImage().WriteTo(_directory.Path);
        var text = $"{{\"v\":1,\"run_id\":\"m\",\"totals\":[{string.Join(',', Enumerable.Repeat("1", megabytes * 512 * 1024))}]";
        _directory.Write("m.head", [.. SampleRun.WithCrc(text), (byte)'\n']);

        Assert.Equal(Verdict.SelfConsistent, Measured(() => StepLogVerifier.Verify(_directory.In("m.jsonl"), cores: 1)).Verdict);
    }

    private static T Measured<T>(Func<T> ask, long ceiling = Ceiling)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = ask();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, ceiling);
        return answer;
    }
}
