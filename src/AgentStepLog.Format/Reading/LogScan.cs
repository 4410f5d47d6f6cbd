using System.Globalization;
using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>One reading of a log from beginning to end: steps, totals, open intents, damage.</summary>
/// <param name="name">The log's, for messages.</param>
/// <param name="types">Typed steps.</param>
/// <param name="blobsOf">The blobs of a run.</param>
/// <param name="run">The files, where it is read from some.</param>
internal sealed class LogScan(string name, StepTypes? types, Func<string, BlobSource?> blobsOf, RunStream? run = null)
{
    private readonly List<Step> _steps = [];
    private readonly SummaryBuilder _summary = new();
    private readonly Dictionary<string, IntentStep> _intents = new(StringComparer.Ordinal);
    private LogDamage? _damage;
    private long _next; // the number that the next line should bear

    public RunStartStep Header { get; private set; } = null!;

    public EquatableList<Step> Steps => EquatableList<Step>.Of([.. _steps]);

    public RunSummary Summary => _summary.ToSummary();

    public RunOutcome? Outcome { get; private set; }

    public EquatableList<IntentStep> OpenIntents => EquatableList<IntentStep>.Of([.. _intents.Values.OrderBy(intent => intent.Number)]);

    public LogDamage? Damage => _damage;

    /// <exception cref="StepLogException">It is no log of version 1.</exception>
    public void Read(Stream stream)
    {
        using var lines = new LineScanner(stream);
        StepReader? reader = null;
        while (lines.Next())
        {
            var isLast = lines.IsLast;
            try
            {
                reader ??= Open(lines);
                if (Flaw(lines) is { } flaw)
                {
                    throw new FormatException(flaw);
                }

                var step = reader.Read(lines.Line.ToArray());
                if (step is RunStartStep && step.Number > _next)
                {
                    Missed(lines, step.Number, lines.Number);
                }

                Add(step);
            }
            catch (FormatException e) when (lines.Number > 0)
            {
                Damaged(lines, isLast, e.Message);
            }
            catch (FormatException e)
            {
                throw NotRead($"its header {e.Message}");
            }
        }

        if (reader is null)
        {
            throw NotRead(NotALog.Found([], isComplete: false)!);
        }

        foreach (var finding in run?.Findings().Where(f => f.Verdict != Verdict.SelfConsistent) ?? [])
        {
            Damaged(lines.Number + 1, lines.Offset + lines.Bytes + 1, 1, isTornTail: false, $"Damaged: {finding.Text}");
        }

        if (run?.Head is { } head && head.Segment > run.LastFile && head.Lines > _next)
        {
            Missed(lines, head.Lines, lines.Number + 1);
        }
    }

    private static string? Flaw(LineScanner lines) =>
        !lines.IsComplete ? "is incomplete: it ends without a line feed"
        : lines.IsTooLong ? string.Create(CultureInfo.InvariantCulture, $"has {lines.Bytes} bytes, and a line has at most {LineScanner.MaxLine}")
        : LineTail.Flaw(lines.Line.Span);

    private StepReader Open(LineScanner lines)
    {
        if (NotALog.Found(lines.Line.Span, lines.IsComplete) is { } found)
        {
            throw NotRead(found);
        }

        if (Flaw(lines) is { } flaw)
        {
            throw new FormatException(flaw);
        }

        var line = lines.Line.ToArray();
        var header = new StepReader(null, null).Read(line);
        return new StepReader(types, blobsOf(header.RunId));
    }

    private void Add(Step step)
    {
        if (_steps.Count == 0)
        {
            Header = step as RunStartStep ?? throw new FormatException("has a \"run_start\" of another shape than the format's");
        }

        _next = step.Number + 1;
        _steps.Add(step);
        _summary.Add(step);
        switch (step)
        {
            case IntentStep intent:
                _intents[intent.SpanId] = intent;
                break;
            case CallStep call:
                _intents.Remove(call.SpanId);
                break;
            case OtherStep { SpanId: { } span, Type: not "intent" }:
                _intents.Remove(span);
                break;
            case RunEndStep end:
                Outcome = end.Outcome;
                break;
        }
    }

    private void Damaged(LineScanner lines, bool isLast, string message)
    {
        _next++;
        Damaged(lines.Number, lines.Offset, 1, isLast, $"Damaged: {Describe.Where(lines.Number)} {message}.");
    }

    // The lines of a file between others, or of a last one, that is gone.
    private void Missed(LineScanner lines, long next, long place) =>
        Damaged(place, lines.Offset, next - _next, isTornTail: false, Describe.NotThere(_next, next - 1) + Describe.Missing(run?.Missing));

    private void Damaged(long line, long offset, long count, bool isTornTail, string message) =>
        _damage = _damage is null
            ? new(line, offset, count, isTornTail, message)
            : _damage with { Lines = _damage.Lines + count, IsTornTail = false };

    private StepLogException NotRead(string why) => new(
        $"{name} is no step log of version 1: {why}.{string.Concat(run?.Findings().Where(f => f.Verdict != Verdict.SelfConsistent).Select(f => " " + f.Text) ?? [])}");
}
