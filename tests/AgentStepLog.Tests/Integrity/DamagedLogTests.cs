using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>What happens to a log of 36 lines, everywhere in it, and what the verifier says to it.</summary>
public class DamagedLogTests
{
    private static readonly HandWrittenLog s_log = HandWrittenLog.Trip();
    private static readonly byte[] s_bytes = s_log.ToArray();
    private static readonly byte[] s_written = Written();

    [Fact]
    public void The_undamaged_log_is_self_consistent_and_says_what_that_does_not_prove()
    {
        var found = Verify(s_bytes);

        Assert.Equal(Verdict.SelfConsistent, found.Verdict);
        Assert.True(found.IsIntact);
        Assert.Equal(s_log.Lines.Count, found.Lines);
        Assert.True(s_log.Lines.Count >= 30);
        Assert.Equal(RunOutcome.Completed, found.Outcome);
        Assert.Equal(s_log.Prev, found.LastLeaf);
        Assert.Null(found.BadStep);
        Assert.Empty(found.OpenIntents);
        Assert.Contains("can rewrite all of it", found.Message, StringComparison.Ordinal);
    }

    // Lines that were written together reach the disk in any order.
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(35)]
    public void Zeros_that_a_loss_of_power_left_in_a_line_are_a_tear_and_nothing_behind_them_is_proven(int line)
    {
        var start = s_log.Lines.Take(line).Sum(l => l.Length + 1);
        var bytes = s_bytes.ToArray();
        bytes.AsSpan(start, 20).Clear();
        var found = Verify(bytes);

        Assert.Equal((Verdict.Torn, false, line), (found.Verdict, found.IsIntact, (int)found.Lines));
        Assert.Contains("holds zero bytes, which no line does", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_flip_of_any_byte_is_found()
    {
        foreach (var at in Places(s_bytes))
        {
            AssertFlipIsFound(s_bytes, at, at % 8);
        }
    }

    [Fact]
    public void A_flip_of_any_byte_of_a_log_that_the_library_wrote_is_found()
    {
        Assert.Equal(Verdict.SelfConsistent, Verify(s_written).Verdict);
        Assert.True(s_written.Count(b => b == (byte)'\n') >= 30);
        foreach (var at in Places(s_written))
        {
            AssertFlipIsFound(s_written, at, (at + 3) % 8);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(27)]
    [InlineData(34)]
    [InlineData(35)]
    public void A_flip_of_any_bit_of_a_line_is_found(int line)
    {
        var start = s_log.Lines.Take(line).Sum(l => l.Length + 1);
        for (var at = start; at <= start + s_log.Lines[line].Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                AssertFlipIsFound(s_bytes, at, bit);
            }
        }
    }

    [Fact]
    public void Every_deleted_line_is_found_but_for_the_last()
    {
        for (var i = 0; i < s_log.Lines.Count - 1; i++)
        {
            var found = Verify(HandWrittenLog.Join(s_log.Lines.Where((_, n) => n != i)));

            Assert.Equal((i, Verdict.Tampered, (long?)i), (i, found.Verdict, found.BadStep));
        }
    }

    [Fact]
    public void Every_doubled_line_is_found()
    {
        for (var i = 0; i < s_log.Lines.Count; i++)
        {
            var found = Verify(HandWrittenLog.Join([.. s_log.Lines.Take(i + 1), .. s_log.Lines.Skip(i)]));

            Assert.Equal((i, Verdict.Tampered, (long?)i + 1), (i, found.Verdict, found.BadStep));
        }
    }

    [Fact]
    public void Every_swap_of_neighbours_is_found()
    {
        for (var i = 0; i < s_log.Lines.Count - 1; i++)
        {
            var found = Verify(HandWrittenLog.Join([.. s_log.Lines.Take(i), s_log.Lines[i + 1], s_log.Lines[i], .. s_log.Lines.Skip(i + 2)]));

            Assert.Equal((i, Verdict.Tampered, (long?)i), (i, found.Verdict, found.BadStep));
        }
    }

    [Fact]
    public void A_cut_between_lines_leaves_an_abandoned_log_whose_tail_is_said_to_be_unproven()
    {
        for (var kept = 1; kept < s_log.Lines.Count; kept++)
        {
            var found = Verify(HandWrittenLog.Join(s_log.Lines.Take(kept)));

            Assert.Equal((kept, Verdict.SelfConsistent, null, kept), (kept, found.Verdict, found.Outcome, (int)found.Lines));
            Assert.Contains("The tail is unproven", found.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cut_within_a_line_is_torn_there()
    {
        var start = 0;
        for (var i = 0; i < s_log.Lines.Count; i++)
        {
            for (var kept = start + 1; kept <= start + s_log.Lines[i].Length; kept += kept >= start + s_log.Lines[i].Length - 4 ? 1 : Sweeps.Step(3))
            {
                var found = Verify(s_bytes[..kept]);

                Assert.True(found.Verdict == Verdict.Torn && found.BadStep == i, $"{kept} bytes, in line {i}: {found}");
            }

            start += s_log.Lines[i].Length + 1;
        }
    }

    [Fact]
    public void A_rewritten_chain_is_found_at_the_first_line_that_was_left_as_it_was()
    {
        // Line 5 is changed and given a checksum that fits; only the chain tells.
        var forged = new HandWrittenLog("trip-1");
        foreach (var line in s_log.Lines.Take(5))
        {
            forged.Bytes(line);
        }

        forged.Event("forged");
        var found = Verify(HandWrittenLog.Join([.. forged.Lines, .. s_log.Lines.Skip(6)]));

        Assert.Equal((Verdict.Tampered, (long?)6), (found.Verdict, found.BadStep));
        Assert.StartsWith("Tampered: line 7 of the file (step 6) ", found.Message, StringComparison.Ordinal);
        Assert.Contains("does not continue the line before it", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_full_of_zeros_is_torn()
    {
        var found = Verify([.. s_bytes, .. new byte[5000]]);

        Assert.Equal((Verdict.Torn, (long?)s_log.Lines.Count), (found.Verdict, found.BadStep));
    }

    [Fact]
    public void A_log_that_comes_in_small_pieces_is_verified_alike()
    {
        using var trickle = new TrickleStream(s_bytes, 7);

        Assert.Equal(Verify(s_bytes), StepLogVerifier.Verify(trickle));
    }

    private static byte[] Written()
    {
        using var log = StepLog.InMemory(new StepLogOptions { Agent = "surf", Task = "« \u202e 🏄 »" });
        for (var i = 0; i < 8; i++)
        {
            using var agent = log.AgentCall("search", JsonText.Of("q"));
            using (var llm = log.LlmCall("m", "p"))
            {
                llm.Complete("a", new LlmUsage { InputTokens = i });
            }

            using (var tool = log.ToolCall("T", JsonText.Object(("$k", JsonText.Of(i)))))
            {
                tool.Fail(new InvalidOperationException("no\n"));
            }

            agent.Complete();
        }

        log.Complete("done");
        return log.ToArray();
    }

    // A short sweep takes the end of each line, too.
    private static IEnumerable<int> Places(byte[] log) => Enumerable.Range(0, log.Length).Where(at => at % Sweeps.Step(3) == 0 || log[at] == (byte)'\n');

    private static void AssertFlipIsFound(byte[] log, int at, int bit)
    {
        var damaged = log.ToArray();
        damaged[at] ^= (byte)(1 << bit);

        var found = Verify(damaged);

        // In the last line, and in the line feed before it, damage may be a crash's.
        var mayBeTorn = at >= log.AsSpan(0, log.Length - 1).LastIndexOf((byte)'\n');
        Assert.True(found.Verdict == Verdict.Tampered || (mayBeTorn && found.Verdict == Verdict.Torn), $"bit {bit} of byte {at}: {found}");
        Assert.NotNull(found.BadStep);
    }

    private static Verification Verify(byte[] log)
    {
        using var stream = new MemoryStream(log);
        return StepLogVerifier.Verify(stream);
    }
}
