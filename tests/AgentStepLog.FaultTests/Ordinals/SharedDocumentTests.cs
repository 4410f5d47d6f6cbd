using System.Security.Cryptography;
using AgentStepLog.FaultTests.Disk;
using AgentStepLog.FaultTests.Faults;
using AgentStepLog.Files;

namespace AgentStepLog.FaultTests.Ordinals;

/// <summary>Each call to the system fails that it takes to store what many runs share, whatever is there before.</summary>
public sealed class SharedDocumentTests
{
    private const string Directory = "/disk/logs";
    private static readonly byte[] s_content = [.. "{\"tools\":[\""u8, .. Enumerable.Repeat((byte)'t', 150_000), .. "\"]}"u8];
    private static readonly string s_hash = Convert.ToHexStringLower(SHA256.HashData(s_content));
    private static readonly string s_path = $"{Directory}/manifests/{s_hash}.json";

    [Theory]
    [InlineData("nothing", false)]
    [InlineData("nothing", true)]
    [InlineData("the document", false)]
    [InlineData("the document", true)]
    [InlineData("half of it", false)]
    [InlineData("half of it", true)]
    [InlineData("another content", true)]
    public void Stored_means_whole_and_young_and_nothing_whole_is_ever_lost(string there, bool durable)
    {
        var before = there switch { "the document" => s_content, "half of it" => s_content[..70_000], "another content" => [.. s_content[..^1], (byte)'x'], _ => null };
        var plain = Store(before, durable, static _ => null, out var threw);
        Assert.False(threw);
        Assert.InRange(plain.Layer.Calls.Count, 4, 100);

        var (wrong, failed) = (new List<string>(), 0);
        foreach (var fault in Enum.GetValues<Fault>())
        {
            for (var ordinal = 0; ordinal < plain.Layer.Calls.Count; ordinal++)
            {
                if (fault == Fault.Short && plain.Layer.Calls[ordinal] is not ("write" or "read"))
                {
                    continue;
                }

                foreach (var forEver in new[] { false, true })
                {
                    var (layer, disk) = Store(before, durable, n => n == ordinal || (forEver && n > ordinal) ? fault : null, out threw);
                    Assert.NotEmpty(layer.Injected);
                    failed += threw ? 1 : 0;
                    var (left, when) = (disk.Snapshot(), $"{layer.Injected[0]}{(forEver ? " and from then on" : "")}");
                    var isWhole = left.TryGetValue(s_path, out var content) && content.AsSpan().SequenceEqual(s_content);
                    wrong.AddRange(threw || isWhole ? [] : [$"{when}: stored, and it is not there"]);
                    wrong.AddRange(isWhole || content is null || content.AsSpan().SequenceEqual(before) ? [] : [$"{when}: what is there is neither the document nor what was there"]);
                    wrong.AddRange(there != "the document" || isWhole ? [] : [$"{when}: it was there, and is not any more"]);
                    wrong.AddRange(threw || DateTimeOffset.UtcNow - disk.Look(s_path)!.Value.Written < SharedDocuments.KeptFor / 2 ? [] : [$"{when}: stored, and it is old"]);
                    wrong.AddRange(threw && !forEver && fault is Fault.Interrupted or Fault.Short ? [$"{when}: nothing failed"] : []);
                    wrong.AddRange(forEver ? [] : left.Keys.Where(path => path.Contains("/.", StringComparison.Ordinal) && fault != Fault.IoAfter).Select(path => $"{when}: {path} is left"));
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} violations:\n{string.Join("\n", wrong.Take(12))}");
        Assert.True(failed > 0);
    }

    private static (FaultLayer Layer, ModelDisk Disk) Store(byte[]? before, bool durable, Func<int, Fault?> plan, out bool threw)
    {
        var disk = ModelDisk.With(before is null ? new() : new Dictionary<string, byte[]> { [s_path] = before });
        disk.MakeDirectory(Directory);
        if (before is not null)
        {
            ((ModelFile)disk.Open(s_path)).Written -= SharedDocuments.KeptFor * 2;
        }

        var layer = new FaultLayer(disk, plan);
        try
        {
            new RunFiles(layer, Directory, "r", durable).Shared.Store(s_hash, s_content);
            threw = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            threw = true;
        }

        return (layer, disk);
    }
}
