using System.Globalization;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Integrity;

/// <summary>One verification of a log, from its first byte to its last byte.</summary>
/// <param name="stream">The log.</param>
/// <param name="blobsOf">Returns the blobs of a run.</param>
/// <param name="run">The files of the run, where it is read from files.</param>
/// <param name="cores">How many threads check the lines. The result is the same for any number.</param>
/// <param name="blockSize">The maximum size of a thread's block, in bytes.</param>
internal sealed class LogCheck(Stream stream, Func<string, Func<string, Stream?>?> blobsOf, RunStream? run = null, int cores = 1, int blockSize = BlockReader.Size)
{
    // The beginning of the message for an intact log. It is removed where a finding about a file comes before it.
    private const string NothingWrong = "Self-consistent: ";

    private readonly LineChain _chain = new();
    private readonly List<BlobReference> _references = [];
    private readonly Dictionary<ulong, long> _openIntents = [];
    private BlobCheck _blobs = new(null);

    private LineCheck Form => _chain.Form;

    private long GoodLines => _chain.Lines;

    // All files are read to their ends whatever the lines contain, so that the result is the same for any number of threads.
    public Verification Run() => Worst(OfStream(), run?.Findings() ?? []);

    // A log of at most one block is read by one thread, since there is nothing to share.
    private Verification OfStream() => (cores > 1 && !(run is { HasPacked: false } && run.Length <= blockSize) ? OfBlocks() : OfLines(stream, endsHere: true)) ?? (GoodLines == 0
        ? Finding(Verdict.Torn, "Torn: the log is empty. Its header was never written, or all of it was cut away.", 0)
        : Conclusion());

    // Adds the findings about the files. A more severe one comes first. A finding is left out where a flawed line has already reported it.
    private static Verification Worst(Verification found, IReadOnlyList<FileFinding> files)
    {
        foreach (var file in files.Where(f => !(found.BadStep < f.HoldsTo)).OrderBy(f => Severity(f.Verdict)))
        {
            found = Severity(file.Verdict) > Severity(found.Verdict)
                ? found with { Verdict = file.Verdict, BadStep = found.BadStep ?? found.Lines, Message = $"{file.Verdict}: {file.Text} {found.Message.Replace(NothingWrong, "", StringComparison.Ordinal)}" }
                : found with { Message = $"{found.Message} {file.Text}" };
        }

        return found;
    }

    // The more severe of several verdicts is the verdict of the log.
    private static int Severity(Verdict verdict) => verdict switch
    {
        Verdict.Tampered => 4,
        Verdict.BlobAltered => 3,
        Verdict.Torn => 2,
        Verdict.BlobMissing => 1,
        _ => 0,
    };

    // A block without findings is accepted as a whole. The lines of other blocks are checked one after the other.
    private Verification? OfBlocks()
    {
        using var blocks = new BlockReader(stream, blockSize);
        if (blocks.Next() is not { } first)
        {
            return OfLines(blocks, endsHere: true);
        }

        if (OfLines(first.Read(), endsHere: false) is { } flawed)
        {
            return flawed;
        }

        var ahead = new BlocksAhead(blocks, _chain.RunId!, cores, first);
        first.Return();
        while (ahead.Next(out var block, out var plain))
        {
            if (plain is not null && _chain.TryGoOn(plain))
            {
                Accept(plain);
            }
            else if (OfLines(block.Read(), endsHere: false) is { } found)
            {
                return found;
            }

            block.Return();
        }

        return OfLines(blocks, endsHere: true);
    }

    private Verification? OfLines(Stream log, bool endsHere)
    {
        using var lines = new LineScanner(log);
        while (lines.Next())
        {
            // Nearly every line is good, so the meaning of a flaw is only examined where there is one.
            var flaw = GoodLines > 0 && lines.IsComplete ? Flaw(lines) : null;
            if (GoodLines > 0 && lines.IsComplete && flaw is null)
            {
                Accept(lines.Leaf);
                continue;
            }

            var isLast = endsHere && lines.IsLast;
            if (LineTail.IsUnwritten(lines))
            {
                return Finding(_blobs.Altered > 0 ? Verdict.BlobAltered : Verdict.Torn, FindingText.Unwritten(GoodLines, BlobsNote()), GoodLines);
            }

            if (GoodLines == 0 && NotALog.Found(lines.Line.Span, lines.IsComplete) is var (found, _))
            {
                return Finding(Verdict.Tampered, $"Tampered, or no step log of version 1: {found}. Nothing in it is proven.", 0);
            }

            if (isLast && Torn(lines) is { } torn)
            {
                return Finding(_blobs.Altered > 0 ? Verdict.BlobAltered : Verdict.Torn, FindingText.Torn(GoodLines, torn, BlobsNote()), GoodLines);
            }

            if ((flaw ?? Flaw(lines)) is { } what)
            {
                return Finding(Verdict.Tampered, FindingText.Tampered(GoodLines, what) + FindingText.Missing(run?.Missing), GoodLines);
            }

            Accept(lines.Leaf);
        }

        return null;
    }

    // The flaws that a crash during a write can leave in the last line. Other flaws cannot come from a crash.
    private static string? Torn(LineScanner lines) =>
        !lines.IsComplete ? "is incomplete: it ends without a line feed"
        : lines.IsTooLong ? null
        : LineTail.Flaw(lines.Line.Span);

    private string? Flaw(LineScanner lines)
    {
        if (lines.IsTooLong)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {lines.Bytes} bytes, and a line has at most {LineScanner.MaxLine}");
        }

        return Form.Flaw(lines.Line, GoodLines) ?? _chain.Flaw() ?? References(lines);
    }

    private string? References(LineScanner lines)
    {
        _references.Clear();
        return Form.MayNameBlobs ? BlobReference.Flaw(lines.Line.Span, _references) : null;
    }

    private void Accept(ReadOnlySpan<byte> leaf)
    {
        _chain.Accept(leaf);
        if (GoodLines == 1)
        {
            _blobs = new(blobsOf(_chain.RunId!));
        }

        foreach (var reference in _references)
        {
            _blobs.Check(reference);
        }

        if (Form.Role is ChainRole.Intent or ChainRole.Outcome)
        {
            Called(Form.Span, Form.Role == ChainRole.Outcome ? 0 : GoodLines);
        }
    }

    private void Accept(PlainLines plain)
    {
        plain.References.ForEach(_blobs.Check);
        foreach (var (span, announced) in plain.Calls)
        {
            Called(span, announced);
        }
    }

    // Notes an intent, or removes the intent that an outcome belongs to.
    private void Called(ulong span, long announced)
    {
        if (announced > 0)
        {
            _openIntents[span] = announced;
        }
        else if (_openIntents.Count > 0)
        {
            _openIntents.Remove(span);
        }
    }

    private Verification Conclusion()
    {
        var lines = FindingText.Lines(GoodLines, _chain.Outcome, _openIntents.Count);
        return _blobs switch
        {
            { Altered: > 0 } => Finding(Verdict.BlobAltered, BlobFindingText.Altered(_blobs) + " " + lines),
            _ when run?.PassedOver is > 0 and var bytes => Finding(Verdict.Torn, FindingText.Superseded(bytes, run.PassedOverIn!) + " " + lines),
            _ when run?.Head is { } head && head.RunId == _chain.RunId && head.Lines > GoodLines =>
                Finding(Verdict.Torn, FindingText.Behind(_chain.RunId + ".head", head.Lines, GoodLines) + FindingText.Missing(run.Missing) + " " + lines),
            { Missing: > 0 } => Finding(Verdict.BlobMissing, BlobFindingText.Missing(_blobs, Folder) + " " + lines),
            _ => Finding(Verdict.SelfConsistent, $"{NothingWrong}{lines}{BlobFindingText.Good(_blobs)} {FindingText.Unproven}"),
        };
    }

    private string? Folder => run is null ? null : _chain.RunId + ".blobs";

    private string BlobsNote() => _blobs.Altered > 0 ? " " + BlobFindingText.Altered(_blobs) : _blobs.Missing > 0 ? " " + BlobFindingText.Missing(_blobs, Folder) : "";

    private Verification Finding(Verdict verdict, string message, long? badStep = null) => new()
    {
        Verdict = verdict,
        Message = message,
        BadStep = badStep,
        Lines = GoodLines,
        RunId = _chain.RunId,
        Outcome = _chain.Outcome,
        OpenIntents = [.. _openIntents.OrderBy(intent => intent.Value).Select(intent => intent.Key.ToString("x16", CultureInfo.InvariantCulture))],
        Blobs = _blobs.Good,
        MissingBlobs = _blobs.MissingHashes,
        AlteredBlobs = _blobs.AlteredHashes,
        LastLeaf = _chain.LastLeaf,
    };
}
