using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Integrity;

/// <summary>
/// The result for a block in which all lines are good and none needs special treatment, apart from the checks that need the lines before. Several blocks can be
/// checked at once, since each line states the leaf before it, and the leaf before a block's first line can be hashed beforehand.
/// </summary>
internal sealed class PlainLines
{
    private readonly LineChain _chain = new();

    private PlainLines(string runId, LineBlock block, ReadOnlySpan<byte> before) => _chain.Begin(runId, block.First, elapsed: 0, segment: 1, before);

    /// <summary>The time of the block's first line.</summary>
    public long FirstElapsed { get; private set; } = -1;

    /// <summary>The time of the block's last line.</summary>
    public long LastElapsed => _chain.Elapsed;

    /// <summary>How many lines the log has up to the end of the block.</summary>
    public long Lines => _chain.Lines;

    /// <summary>The blobs that the lines name, in their order.</summary>
    public List<BlobReference> References { get; } = [];

    /// <summary>The calls of the lines in their order: an intent with the number of lines up to it, an outcome with 0.</summary>
    public List<(ulong Span, long Announced)> Calls { get; } = [];

    /// <summary>The leaf of the block's last line.</summary>
    public byte[] Leaf { get; } = new byte[32];

    /// <returns>Null when a line is flawed or needs special treatment. Then each line is checked in its turn.</returns>
    public static PlainLines? Of(string runId, LineBlock block, ReadOnlySpan<byte> before)
    {
        var plain = new PlainLines(runId, block, before);
        using var lines = new LineScanner(block.Read());
        while (lines.Next())
        {
            if (lines.IsTooLong || !plain.Add(lines))
            {
                return null;
            }
        }

        return plain;
    }

    private bool Add(LineScanner lines)
    {
        var form = _chain.Form;
        if (form.Flaw(lines.Line, _chain.Lines) is not null || _chain.Flaw() is not null
            || form.Role is ChainRole.Header or ChainRole.End or ChainRole.Appendix)
        {
            return false;
        }

        if (form.MayNameBlobs && BlobReference.Flaw(lines.Line.Span, References) is not null)
        {
            return false;
        }

        FirstElapsed = FirstElapsed < 0 ? form.Elapsed : FirstElapsed;
        lines.Leaf.CopyTo(Leaf);
        _chain.Accept(Leaf);
        if (form.Role is ChainRole.Intent or ChainRole.Outcome)
        {
            Calls.Add((form.Span, form.Role == ChainRole.Outcome ? 0 : _chain.Lines));
        }

        return true;
    }
}
