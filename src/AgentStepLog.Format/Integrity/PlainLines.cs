using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Integrity;

/// <summary>
/// What a block of lines comes to in which nothing is wrong and nothing is special, but for what only those before them tell. Several blocks can be looked at at once:
/// each line states the leaf before it, and that of a block's first line can be hashed beforehand.
/// </summary>
internal sealed class PlainLines
{
    private readonly LineChain _chain = new();

    private PlainLines(string runId, LineBlock block, ReadOnlySpan<byte> before) => _chain.Begin(runId, block.First, elapsed: 0, segment: 1, before);

    /// <summary>The time of the first line.</summary>
    public long FirstElapsed { get; private set; } = -1;

    /// <summary>The time of the last line.</summary>
    public long LastElapsed => _chain.Elapsed;

    /// <summary>How many lines of the log there are with them.</summary>
    public long Lines => _chain.Lines;

    /// <summary>The blobs that they name, in their order.</summary>
    public List<BlobReference> References { get; } = [];

    /// <summary>Calls that they announce, with the number of lines so far, and those whose outcomes they are, with 0.</summary>
    public List<(ulong Span, long Announced)> Calls { get; } = [];

    /// <summary>The last line's leaf.</summary>
    public byte[] Leaf { get; } = new byte[32];

    /// <returns>Null when anything is wrong, or special, with one of the lines: then each is to be looked at in its turn.</returns>
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
