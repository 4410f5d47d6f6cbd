using System.IO.Compression;
using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Tests.Integrity.Mutants;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Files;

/// <summary>What .NET packs is unpacked to the byte, and what is damaged says what it is.</summary>
public sealed class PackedStreamTests
{
    private static readonly byte[] s_log = new HandWrittenLog("r").Header().Event("e", $"\"{new string('x', 300)}\"").End().ToArray();

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void What_was_packed_comes_out(CompressionLevel level)
    {
        var random = new Random((int)level);
        for (var round = 0; round < 60; round++)
        {
            var content = Content(random, round);
            using var packed = new MemoryStream();
            for (var members = round % 7 == 0 ? 3 : 1; members > 0; members--)
            {
                using var gzip = new GZipStream(packed, level, leaveOpen: true);
                gzip.Write(content);
            }

            packed.Position = 0;
            using Stream from = round % 3 == 0 ? new TrickleStream(packed.ToArray(), 1 + random.Next(5)) : packed;
            using var unpacked = new PackedStream(from);
            using var to = new MemoryStream();
            unpacked.CopyTo(to, 1 + random.Next(100_000));
            Assert.Equal(Enumerable.Repeat(content, round % 7 == 0 ? 3 : 1).SelectMany(c => c), to.ToArray());
        }
    }

    public static TheoryData<string, byte[], bool, string> Damages()
    {
        var packed = SampleRun.Pack(s_log);
        return new()
        {
            { "nothing", [], true, "is empty" },
            { "another magic", Changed(packed, 1, 0x8C), false, "does not begin as gzip does" },
            { "another method", Changed(packed, 2, 7), false, "states compression method 7" },
            { "reserved flags", Changed(packed, 3, 0x20), false, "sets flags that gzip reserves" },
            { "a header's checksum", [.. Changed(packed, 3, 2)[..10], 0, 0, .. packed[10..]], false, "has a header that does not have the checksum" },
            { "a header only", packed[..7], true, "ends within its header" },
            { "half of it", packed[..(packed.Length / 2)], true, "ends within its data" },
            { "half a trailer", packed[..^3], true, "ends within its trailer" },
            { "another checksum", Changed(packed, packed.Length - 8, (byte)(packed[^8] ^ 1)), false, "unpacks to other bytes than were packed" },
            { "another length", Changed(packed, packed.Length - 4, (byte)(packed[^4] ^ 1)), false, "bytes, and unpacks to" },
            { "bytes behind it", [.. packed, 1, 2, 3], false, "has bytes behind its end" },
            { "zeros behind it", [.. packed, .. new byte[512]], false, "has bytes behind its end" },
            { "half a member behind it", [.. packed, .. packed[..20]], true, "ends within its data" },
            { "a block of no kind", [.. packed[..10], 0x07, 0, 0, 0, 0, 0, 0, 0, 0], false, "holds a block of a kind that deflate does not have" },
            { "a stored block that contradicts itself", [.. packed[..10], 0x01, 5, 0, 5, 0, 0, 0, 0, 0], false, "two lengths contradict each other" },
        };
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_has_a_verdict_and_words_of_its_own(string what, byte[] packed, bool isCut, string says)
    {
        using var directory = new TempDirectory();
        var path = directory.Write("r.jsonl.gz", packed);

        var found = StepLogVerifier.Verify(path);

        Assert.Equal((what, isCut ? Verdict.Torn : Verdict.Tampered), (what, found.Verdict));
        Assert.Contains("r.jsonl.gz ", found.Message, StringComparison.Ordinal);
        Assert.Contains(says, found.Message, StringComparison.Ordinal);
        Assert.Contains(says, Record(() => StepLogFile.Read(path).Damage!.Message), StringComparison.Ordinal);
        Assert.Throws<StepLogException>(() => StepLog.Resume(path));
    }

    [Fact]
    public void What_stands_before_the_damage_is_read()
    {
        using var directory = new TempDirectory();
        var log = new HandWrittenLog("r").Header();
        for (var i = 0; i < 400; i++)
        {
            log.Event("e", $"\"{Convert.ToBase64String(BitConverter.GetBytes(i * 7919L))}\"");
        }

        var packed = SampleRun.Pack(log.ToArray());
        var path = directory.Write("r.jsonl.gz", packed.AsSpan(0, packed.Length / 2));

        var found = StepLogVerifier.Verify(path);

        Assert.Equal(Verdict.Torn, found.Verdict);
        Assert.InRange(found.Lines, 100, 300);
        Assert.Equal(found.Lines, StepLogFile.Read(path).Steps.Count);
    }

    [Fact]
    public void A_bomb_takes_no_memory()
    {
        using var directory = new TempDirectory();
        var path = directory.In("r.jsonl.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(s_log);
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 300; i++)
            {
                gzip.Write(zeros);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEqual(Verdict.SelfConsistent, StepLogVerifier.Verify(path, cores: 1).Verdict);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
    }

    [Fact]
    public void The_checksum_is_that_of_gzip() =>
        Assert.Equal((0xCBF43926u, 0xCBF43926u), (Crc32.Append(0, "123456789"u8), Crc32.Append(Crc32.Append(0, "1234"u8), "56789"u8)));

    private static string Record(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (StepLogException e)
        {
            return e.Message;
        }
    }

    private static byte[] Changed(byte[] of, int at, byte to)
    {
        of = [.. of];
        of[at] = to;
        return of;
    }

    private static byte[] Content(Random random, int round)
    {
        var content = new byte[round < 5 ? round + 1 : 1 + random.Next(200_000)];
        switch (round % 4)
        {
            case 0:
                random.NextBytes(content);
                break;
            case 1:
                Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{{\"step\":{i},"))).AsSpan(0, Math.Min(content.Length, 300_000)).CopyTo(content);
                break;
            case 2:
                content.AsSpan().Fill((byte)'x');
                break;
            default:
                for (var i = 0; i < content.Length; i++)
                {
                    content[i] = (byte)"abcde"[random.Next(5)];
                }

                break;
        }

        return content;
    }
}
