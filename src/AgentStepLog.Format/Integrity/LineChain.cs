using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog.Integrity;

/// <summary>Checks that a line continues the lines before it.</summary>
internal sealed class LineChain
{
    private readonly byte[] _leaf = new byte[Base64.GetMaxEncodedToUtf8Length(SHA256.HashSizeInBytes)];
    private byte[] _runId = [];
    private long _segment = 1;

    /// <summary>The checked fields of the current line.</summary>
    public LineCheck Form { get; } = new();

    /// <summary>The run's id; null before its header.</summary>
    public string? RunId { get; private set; }

    /// <summary>How many lines were accepted.</summary>
    public long Lines { get; private set; }

    /// <summary>The time of the last accepted line, in microseconds since the header.</summary>
    public long Elapsed { get; private set; }

    public RunOutcome? Outcome { get; private set; }

    /// <summary>Base64 of the last line's leaf; null before the header.</summary>
    public string? LastLeaf => Lines == 0 ? null : Encoding.ASCII.GetString(_leaf);

    /// <summary>Continues after lines that were accepted before.</summary>
    public void Begin(string runId, long lines, long elapsed, long segment, ReadOnlySpan<byte> leaf)
    {
        (RunId, _runId, Lines, Elapsed, _segment) = (runId, Encoding.UTF8.GetBytes(runId), lines, elapsed, segment);
        Base64.EncodeToUtf8(leaf, _leaf, out _, out _);
    }

    /// <summary>
    /// The flaw in how the current line continues the chain; null if there is none. Its fields are already checked. It continues a message that begins with "line
    /// n".
    /// </summary>
    public string? Flaw()
    {
        if (Lines == 0)
        {
            return Header();
        }

        if (!Form.IsOf(_runId))
        {
            return $"is of run \"{Form.RunId}\", and the log of \"{RunId}\"";
        }

        if (!Form.Follows(_leaf))
        {
            return $"does not continue the line before it: its \"prev\" is {Form.Prev}, and that line's leaf is {LastLeaf}. "
                + "One of the two was changed, or lines between them were removed, added or moved";
        }

        return Form.Elapsed < Elapsed ? "steps back in \"mono_ms\", and that clock never does"
            : Form.Role == ChainRole.Header && Form.Segment <= _segment ? "is a second header"
            : Outcome is not null && Form.Role != ChainRole.Appendix ? "stands after \"run_end\""
            : null;
    }

    public void Accept(ReadOnlySpan<byte> leaf)
    {
        if (Lines++ == 0)
        {
            RunId = Form.RunId;
            _runId = Encoding.UTF8.GetBytes(RunId);
        }

        Elapsed = Form.Elapsed;
        _segment = Form.Role == ChainRole.Header ? Form.Segment : _segment;
        Outcome = Form.Outcome ?? Outcome;
        Base64.EncodeToUtf8(leaf, _leaf, out _, out _);
    }

    /// <summary>Continues after a block of lines, if the run has not ended and the block's clock does not step back.</summary>
    public bool TryGoOn(PlainLines lines)
    {
        if (Outcome is not null || lines.FirstElapsed < Elapsed)
        {
            return false;
        }

        (Lines, Elapsed) = (lines.Lines, lines.LastElapsed);
        Base64.EncodeToUtf8(lines.Leaf, _leaf, out _, out _);
        return true;
    }

    private string? Header()
    {
        if (Form.Role != ChainRole.Header)
        {
            return "is no \"run_start\", and a log begins with one";
        }

        Span<byte> nonce = stackalloc byte[SHA256.HashSizeInBytes];
        var prev = Form.Prev;
        return WellFormedRunId.Flaw(Form.RunId) is { } flaw ? $"has a run id that {flaw}"
            : prev.Length != _leaf.Length || !Convert.TryFromBase64String(prev, nonce, out var written) || written != nonce.Length
                ? "has a \"prev\" that is not 32 bytes in base64"
                : null;
    }
}
