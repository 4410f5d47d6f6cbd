using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>One verification of a log, from its first byte to its last.</summary>
internal sealed class LogCheck(Stream stream, Func<string, Func<string, Stream?>?> blobsOf, RunStream? run = null) : IDisposable
{
    private readonly LineScanner _lines = new(stream);
    private readonly LineForm _form = new();
    private readonly List<BlobReference> _references = [];
    private readonly Dictionary<ulong, long> _openIntents = [];
    private BlobCheck _blobs = new(null);
    private string? _runId;
    private byte[] _runIdUtf8 = [];
    private readonly byte[] _lastLeaf = new byte[Base64.GetMaxEncodedToUtf8Length(SHA256.HashSizeInBytes)];
    private long _good;
    private long _elapsed;
    private long _segment;
    private RunOutcome? _outcome;

    public Verification Run()
    {
        while (_lines.Next())
        {
            var isLast = _lines.IsLast;
            if (_good == 0 && NotALog.Found(_lines.Line.Span, _lines.IsComplete) is { } found)
            {
                return Finding(Verdict.Tampered, $"Tampered, or no step log of version 1: {found}. Nothing in it is proven.", 0);
            }

            if (isLast && Torn() is { } torn)
            {
                return Finding(_blobs.Altered > 0 ? Verdict.PayloadAltered : Verdict.Torn, Describe.Torn(_good, torn, BlobsNote()), _good);
            }

            if (Flaw() is { } flaw)
            {
                return Finding(Verdict.Tampered, Describe.Tampered(_good, flaw), _good);
            }

            Accept();
        }

        return _good == 0
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

        return _form.Flaw(_lines.Line, _good) ?? Place() ?? References();
    }

    private string? Place()
    {
        if (_good == 0)
        {
            return Header();
        }

        if (!_form.IsOf(_runIdUtf8))
        {
            return $"is of run \"{_form.RunId}\", and the log of \"{_runId}\"";
        }

        if (!_form.Follows(_lastLeaf))
        {
            return $"does not continue the line before it: its \"prev\" is {_form.Prev}, and that line's leaf is {LastLeaf}. "
                + "One of the two was changed, or lines between them were removed, added or moved";
        }

        return _form.Elapsed < _elapsed ? "steps back in \"mono_ms\", and that clock never does"
            : _form.Is("run_start"u8) && _form.Segment <= _segment ? "is a second header"
            : _outcome is not null && !_form.Is("checkpoint"u8) && !_form.Is("recovery"u8) ? "stands after \"run_end\""
            : null;
    }

    private string? Header()
    {
        if (!_form.Is("run_start"u8))
        {
            return "is no \"run_start\", and a log begins with one";
        }

        Span<byte> nonce = stackalloc byte[SHA256.HashSizeInBytes];
        var prev = _form.Prev;
        return WellFormedRunId.Flaw(_form.RunId) is { } flaw ? $"has a run id that {flaw}"
            : prev.Length != _lastLeaf.Length || !Convert.TryFromBase64String(prev, nonce, out var written) || written != nonce.Length
                ? "has a \"prev\" that is not 32 bytes in base64"
                : null;
    }

    private string? References()
    {
        _references.Clear();
        if (!_form.MayNameBlobs)
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
        if (_good++ == 0)
        {
            _runId = _form.RunId;
            _runIdUtf8 = Encoding.UTF8.GetBytes(_runId);
            _blobs = new(blobsOf(_runId));
        }

        _references.ForEach(_blobs.Check);
        _elapsed = _form.Elapsed;
        _segment = _form.Is("run_start"u8) ? _form.Segment : _segment;
        _outcome = _form.Outcome ?? _outcome;
        if (_form.Is("intent"u8))
        {
            _openIntents[_form.Span] = _good;
        }
        else if (_form.IsOutcomeOfCall)
        {
            _openIntents.Remove(_form.Span);
        }

        Base64.EncodeToUtf8(_lines.Leaf, _lastLeaf, out _, out _);
    }

    private Verification WithoutKey()
    {
        var lines = Describe.Lines(_good, _outcome, _openIntents.Count);
        return _blobs switch
        {
            { Altered: > 0 } => Finding(Verdict.PayloadAltered, Describe.Altered(_blobs) + " " + lines),
            _ when run?.PassedOver is > 0 and var bytes => Finding(Verdict.Torn, Describe.Superseded(bytes, run.PassedOverIn!) + " " + lines),
            { Missing: > 0 } => Finding(Verdict.PayloadMissing, Describe.Missing(_blobs) + " " + lines),
            _ => Finding(Verdict.SelfConsistent, $"Self-consistent: {lines}{Describe.Good(_blobs)} {Describe.Unproven}"),
        };
    }

    private string? LastLeaf => _good == 0 ? null : Encoding.ASCII.GetString(_lastLeaf);

    private string BlobsNote() => _blobs.Altered > 0 ? " " + Describe.Altered(_blobs) : _blobs.Missing > 0 ? " " + Describe.Missing(_blobs) : "";

    private Verification Finding(Verdict verdict, string message, long? badStep = null) => new()
    {
        Verdict = verdict,
        Message = message,
        BadStep = badStep,
        Lines = _good,
        RunId = _runId,
        Outcome = _outcome,
        OpenIntents = [.. _openIntents.OrderBy(intent => intent.Value).Select(intent => intent.Key.ToString("x16", CultureInfo.InvariantCulture))],
        Payloads = _blobs.Good,
        MissingPayloads = _blobs.MissingHashes,
        AlteredPayloads = _blobs.AlteredHashes,
        LastLeaf = LastLeaf,
    };
}
