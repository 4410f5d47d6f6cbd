using System.Text;
using AgentStepLog.Integrity;
using AgentStepLog.Reading;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>Several threads find what one finds, to the letter, whatever is wrong with a log.</summary>
public sealed class BlockVerificationTests
{
    private static readonly List<byte[]> s_lines = Lines();

    [Theory]
    [InlineData(2, 4 * 1024)] // some lines are longer
    [InlineData(4, 70_000)]
    [InlineData(8, 16 * 1024)]
    public void What_is_found_in_a_changed_log_is_the_same_for_any_number_of_threads(int cores, int block)
    {
        var random = new Random(cores);
        var verdicts = new HashSet<Verdict>();
        for (var i = 0; i < 48; i++)
        {
            var log = Changed(random, i);
            var expected = Found(new MemoryStream(log), 1, block);
            Assert.Equal(expected.Text, Found(new MemoryStream(log), cores, block).Text);
            Assert.Equal(expected.Text, Found(new TrickleStream(log, 1 + random.Next(9_000)), cores, block).Text);
            verdicts.Add(expected.Verdict);
        }

        Assert.Equal([Verdict.SelfConsistent, Verdict.Torn, Verdict.Tampered, Verdict.BlobMissing, Verdict.BlobAltered], verdicts.Order());
    }

    [Fact]
    public void Each_length_of_a_log_around_the_ends_of_its_blocks_is_verified_alike()
    {
        var log = HandWrittenLog.Join(s_lines.Take(60));
        for (var length = log.Length - 1_500; length <= log.Length; length++)
        {
            var cut = log[..length];
            Assert.Equal(Found(new MemoryStream(cut), 1, 4_096).Text, Found(new MemoryStream(cut), 2, 4_096).Text);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_cannot_be_read_is_told_when_all_before_it_was_looked_at(int cores)
    {
        var log = HandWrittenLog.Join(s_lines);
        Assert.Throws<IOException>(() => Found(new BreakingStream(log, log.Length * 3 / 4), cores, 4_096));
        log[log.Length / 2] ^= 1;
        Assert.Equal(Found(new MemoryStream(log), 1, 4_096).Text, Found(new BreakingStream(log, log.Length * 3 / 4), cores, 4_096).Text);
    }

    [Fact]
    public void A_log_of_megabytes_is_verified_by_several_threads_as_by_one()
    {
        var log = new HandWrittenLog("r").Header();
        for (var i = 0; i < 50; i++)
        {
            log.Event("e", $"\"{new string('x', 60_000)}\"");
        }

        var bytes = log.End().ToArray();
        Assert.True(bytes.Length > 2 * BlockReader.Size);
        var found = StepLogVerifier.Verify(new MemoryStream(bytes));
        Assert.Equal((Verdict.SelfConsistent, RunOutcome.Completed, 52L), (found.Verdict, found.Outcome, found.Lines));
        Assert.Equal(Text(StepLogVerifier.Verify(new MemoryStream(bytes), null, cores: 1)), Text(found));
        Assert.Equal(Text(found), Text(StepLogVerifier.Verify(new MemoryStream(bytes), null, cores: 4)));
    }

    private static byte[] Changed(Random random, int kind)
    {
        var lines = s_lines.ToList();
        var at = random.Next(1, lines.Count - 1);
        switch (kind % 12)
        {
            case 0:
                lines[at] = [.. lines[at]];
                lines[at][random.Next(lines[at].Length)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                lines.RemoveAt(at);
                break;
            case 2:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 3:
                (lines[at], lines[at - 1]) = (lines[at - 1], lines[at]);
                break;
            case 4:
                lines.RemoveRange(at, lines.Count - at);
                break;
            case 5:
                lines[at] = [.. lines[at][..random.Next(lines[at].Length)], .. new byte[600], .. lines[at][(lines[at].Length / 2)..]];
                break;
            case 6:
                lines[at] = Encoding.ASCII.GetBytes(new string('x', random.Next(60_000, 80_000)));
                break;
            case 7:
                lines = Lines(random.Next(300)); // its end, or a second header, in the middle
                break;
            case 8:
                lines = Lines(blobs: random.Next(1, 3));
                break;
            case 9:
                var cut = HandWrittenLog.Join(lines);
                return cut[..random.Next(cut.Length)];
            case 10:
                lines = Lines(clock: at);
                break;
        }

        return HandWrittenLog.Join(lines);
    }

    // Intents, calls and lines of all lengths; on demand what stands in no place of its own.
    private static List<byte[]> Lines(int special = -1, int blobs = 0, int clock = -1)
    {
        var random = new Random(7);
        var log = new HandWrittenLog("r").Header();
        for (var i = 0; i < 300; i++)
        {
            switch (i % 5)
            {
                case 0:
                    log.Intent(1_000 + i, "sub");
                    break;
                case 1 when i % 10 == 1:
                    log.Agent(1_000 + i - 1, "sub");
                    break;
                case 2:
                    log.Tool(i + 1, "Find", $"\"input\":{{\"n\":{i}}},\"output\":\"{new string('y', random.Next(3_000))}\"");
                    break;
                case 3 when blobs > 0 && i > 200:
                    log.Event("b", $"{{\"$blob\":\"sha256:{new string((char)('0' + blobs), 64)}\",\"bytes\":3,\"media_type\":\"application/json\"}}");
                    break;
                default:
                    log.Event("e", $"\"{new string('x', random.Next(300))}é\"");
                    break;
            }

            if (i == special)
            {
                _ = i % 2 == 0 ? log.End() : log.Header("\"segment\":2,\"agent\":\"surf\"");
            }

            if (i == clock)
            {
                log.Raw($"{{\"v\":1,\"run_id\":\"r\",\"step\":{log.Lines.Count},\"type\":\"event\",\"ts\":1.000001,\"mono_ms\":0.001,\"name\":\"e\",\"data\":1,\"prev\":\"{log.Prev}\"");
            }
        }

        return [.. log.End().Lines];
    }

    private static (Verdict Verdict, string Text) Found(Stream log, int cores, int block)
    {
        // One blob is another than its name says, all others are gone.
        var found = new LogCheck(log, _ => hash => hash[0] == '1' ? new MemoryStream("[1]"u8.ToArray()) : null, cores: cores, blockSize: block).Run();
        return (found.Verdict, Text(found));
    }

    private static string Text(Verification found) =>
        $"{found.Verdict}|{found.Message}|{found.BadStep}|{found.Lines}|{found.RunId}|{found.Outcome}|{string.Join(',', found.OpenIntents)}|{found.Blobs}|"
        + $"{string.Join(',', found.MissingBlobs)}|{string.Join(',', found.AlteredBlobs)}|{found.LastLeaf}";

    private sealed class BreakingStream(byte[] content, int at) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            Position >= at ? throw new IOException("The disk is gone.") : base.Read(buffer, offset, (int)Math.Min(count, at - Position));
    }
}
