using System.Globalization;

namespace AgentStepLog;

/// <summary>One reading of a log from beginning to end: steps, totals, open intents, damage.</summary>
internal sealed class LogScan(string name, StepTypes? types, Func<string, Func<string, Stream?>?> blobsOf)
{
    private readonly List<Step> _steps = [];
    private readonly SummaryBuilder _summary = new();
    private readonly Dictionary<string, IntentStep> _intents = new(StringComparer.Ordinal);
    private LogDamage? _damage;

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

                Add(reader.Read(lines.Line.ToArray()));
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
        return new StepReader(types, blobsOf(header.RunId) is { } open ? new BlobSource(open) : null);
    }

    private void Add(Step step)
    {
        if (_steps.Count == 0)
        {
            Header = step as RunStartStep ?? throw new FormatException("has a \"run_start\" of another shape than the format's");
        }

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

    private void Damaged(LineScanner lines, bool isLast, string message) =>
        _damage = _damage is null
            ? new(lines.Number, lines.Offset, 1, isLast, $"Damaged: {Describe.Where(lines.Number)} {message}.")
            : _damage with { Lines = _damage.Lines + 1, IsTornTail = false };

    private StepLogException NotRead(string why) => new($"{name} is no step log of version 1: {why}.");
}
