using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Records;

namespace AgentStepLog.Integrity;

/// <summary>What a line must be to go on from those before it.</summary>
internal sealed class LineChain
{
    private readonly byte[] _leaf = new byte[Base64.GetMaxEncodedToUtf8Length(SHA256.HashSizeInBytes)];
    private byte[] _runId = [];
    private long _segment = 1;

    /// <summary>The form of the line at hand.</summary>
    public LineCheck Form { get; } = new();

    /// <summary>The run; null before its header.</summary>
    public string? RunId { get; private set; }

    /// <summary>How many lines were accepted.</summary>
    public long Lines { get; private set; }

    /// <summary>The time of the last one, in microseconds since the header.</summary>
    public long Elapsed { get; private set; }

    public RunOutcome? Outcome { get; private set; }

    /// <summary>Base64 of the last line's leaf; null before the header.</summary>
    public string? LastLeaf => Lines == 0 ? null : Encoding.ASCII.GetString(_leaf);

    /// <summary>Goes on from lines that were accepted before.</summary>
    public void Begin(string runId, long lines, long elapsed, long segment, ReadOnlySpan<byte> leaf)
    {
        (RunId, _runId, Lines, Elapsed, _segment) = (runId, Encoding.UTF8.GetBytes(runId), lines, elapsed, segment);
        Base64.EncodeToUtf8(leaf, _leaf, out _, out _);
    }

    /// <summary>What is wrong with the place of the line whose form was found right; null if nothing is. The message goes on after "line n".</summary>
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

    /// <summary>Goes on behind lines that follow the last one, if nothing forbids that any do and their clock does not step back.</summary>
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
