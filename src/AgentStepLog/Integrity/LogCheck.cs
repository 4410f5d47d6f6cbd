using System.Globalization;

namespace AgentStepLog;

/// <summary>One verification of a log, from its first byte to its last.</summary>
internal sealed class LogCheck(Stream stream, Func<string, Func<string, Stream?>?> blobsOf, RunStream? run = null) : IDisposable
{
    private readonly LineScanner _lines = new(stream);
    private readonly LineChain _chain = new();
    private readonly List<BlobReference> _references = [];
    private readonly Dictionary<ulong, long> _openIntents = [];
    private BlobCheck _blobs = new(null);

    private LineForm Form => _chain.Form;

    private long Good => _chain.Lines;

    public Verification Run()
    {
        while (_lines.Next())
        {
            // Nearly every line is good, and whatever a flaw means is asked only of one that has any.
            if (Good > 0 && _lines.IsComplete && Flaw() is null)
            {
                Accept();
                continue;
            }

            var isLast = _lines.IsLast;
            if (LineTail.IsUnwritten(_lines))
            {
                return Finding(_blobs.Altered > 0 ? Verdict.PayloadAltered : Verdict.Torn, Describe.Unwritten(Good, BlobsNote()), Good);
            }

            if (Good == 0 && NotALog.Found(_lines.Line.Span, _lines.IsComplete) is { } found)
            {
                return Finding(Verdict.Tampered, $"Tampered, or no step log of version 1: {found}. Nothing in it is proven.", 0);
            }

            if (isLast && Torn() is { } torn)
            {
                return Finding(_blobs.Altered > 0 ? Verdict.PayloadAltered : Verdict.Torn, Describe.Torn(Good, torn, BlobsNote()), Good);
            }

            if (Flaw() is { } flaw)
            {
                return Finding(Verdict.Tampered, Describe.Tampered(Good, flaw) + Describe.Missing(run?.Missing), Good);
            }

            Accept();
        }

        return Good == 0
            ? Finding(Verdict.Torn, "Torn: the log is empty. Its header was never written, or all of it was cut away.", 0)
            : WithoutKey();
    }

    public void Dispose() => _lines.Dispose();

    // What a crash in the middle of a write leaves of a last line; anything else wrong with it is no crash.
    private string? Torn() =>
        !_lines.IsComplete ? "is incomplete: it ends without a line feed"
        : _lines.IsTooLong ? null
        : LineTail.Flaw(_lines.Line.Span);

    private string? Flaw()
    {
        if (_lines.IsTooLong)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {_lines.Bytes} bytes, and a line has at most {LineScanner.MaxLine}");
        }

        return Form.Flaw(_lines.Line, Good) ?? _chain.Flaw() ?? References();
    }

    private string? References()
    {
        _references.Clear();
        if (!Form.MayNameBlobs)
        {
            return null;
        }

        try
        {
            BlobReference.Collect(_lines.Line.Span, _references);
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private void Accept()
    {
        _chain.Accept(_lines.Leaf);
        if (Good == 1)
        {
            _blobs = new(blobsOf(_chain.RunId!));
        }

        foreach (var reference in _references)
        {
            _blobs.Check(reference);
        }

        if (Form.Kind == LineKind.Intent)
        {
            _openIntents[Form.Span] = Good;
        }
        else if (_openIntents.Count > 0 && Form.IsOutcomeOfCall)
        {
            _openIntents.Remove(Form.Span);
        }
    }

    private Verification WithoutKey()
    {
        var lines = Describe.Lines(Good, _chain.Outcome, _openIntents.Count);
        return _blobs switch
        {
            { Altered: > 0 } => Finding(Verdict.PayloadAltered, Describe.Altered(_blobs) + " " + lines),
            _ when run?.PassedOver is > 0 and var bytes => Finding(Verdict.Torn, Describe.Superseded(bytes, run.PassedOverIn!) + " " + lines),
            _ when run?.Head is { } head && head.RunId == _chain.RunId && head.Lines > Good =>
                Finding(Verdict.Torn, Describe.Behind(_chain.RunId + ".head", head.Lines, Good) + Describe.Missing(run.Missing) + " " + lines),
            { Missing: > 0 } => Finding(Verdict.PayloadMissing, Describe.Missing(_blobs) + " " + lines),
            _ => Finding(Verdict.SelfConsistent, $"Self-consistent: {lines}{Describe.Good(_blobs)} {Describe.Unproven}"),
        };
    }

    private string BlobsNote() => _blobs.Altered > 0 ? " " + Describe.Altered(_blobs) : _blobs.Missing > 0 ? " " + Describe.Missing(_blobs) : "";

    private Verification Finding(Verdict verdict, string message, long? badStep = null) => new()
    {
        Verdict = verdict,
        Message = message,
        BadStep = badStep,
        Lines = Good,
        RunId = _chain.RunId,
        Outcome = _chain.Outcome,
        OpenIntents = [.. _openIntents.OrderBy(intent => intent.Value).Select(intent => intent.Key.ToString("x16", CultureInfo.InvariantCulture))],
        Payloads = _blobs.Good,
        MissingPayloads = _blobs.MissingHashes,
        AlteredPayloads = _blobs.AlteredHashes,
        LastLeaf = _chain.LastLeaf,
    };
}
