using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>The results of reading a whole log: steps, totals, open intents and damage.</summary>
internal sealed class LogScan
{
    private readonly List<Step> _steps = [];
    private readonly SummaryBuilder _summary = new();
    private readonly Dictionary<string, IntentStep> _intents = new(StringComparer.Ordinal);

    /// <exception cref="StepLogException">The file is no log of version 1.</exception>
    public LogScan(IEnumerable<ScannedStep> log)
    {
        foreach (var (step, damage) in log)
        {
            if (step is not null)
            {
                Add(step);
            }
            else if (Damage is null)
            {
                Damage = damage;
            }
            else
            {
                Damage = Damage with { Lines = Damage.Lines + damage!.Lines, IsTornTail = false };
            }
        }
    }

    public RunStartStep Header => (RunStartStep)_steps[0];

    public EquatableList<Step> Steps => EquatableList<Step>.Of([.. _steps]);

    public RunSummary Summary => _summary.ToSummary();

    public RunOutcome? Outcome { get; private set; }

    public EquatableList<IntentStep> OpenIntents => EquatableList<IntentStep>.Of([.. _intents.Values.OrderBy(intent => intent.Number)]);

    public LogDamage? Damage { get; }

    private void Add(Step step)
    {
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
}
