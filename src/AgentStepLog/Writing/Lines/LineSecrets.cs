using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>Withholds the secrets of a line once it is complete: marked values, texts that look like secrets, and values that the run has withheld before.</summary>
/// <param name="json">The line, with <see cref="LineLimits.Head"/> bytes of room in front.</param>
internal sealed class LineSecrets(JsonBuffer json)
{
    // The values that were withheld when they were captured, with their offsets.
    private readonly List<WithheldMark> _marks = [];
    private RunSecrets _run = null!;
    private SplitSecrets? _split;
    private KnownSearch? _known;

    /// <summary>Whether a pointer in the line may lead through a key that is withheld.</summary>
    internal bool HasPointers { get; set; }

    /// <summary>The offset after the ids of a call, which come before all of the user's values. An id of sixteen digits may look like a card number.</summary>
    internal int IdsEnd { get; set; }

    /// <summary>Whether one of the line's values consists of the items of a stream. Then secrets may be split over several items.</summary>
    internal bool HasItems { get; set; }

    /// <summary>Whether the line is a call that was recorded manually, whose values no capture has checked.</summary>
    internal bool IsManual { get; set; }

    internal void Begin(RunSecrets run)
    {
        _run = run;
        _marks.Clear();
        (HasPointers, IdsEnd, HasItems, IsManual) = (false, 0, false, false);
    }

    internal void Clear()
    {
        _marks.Clear();
        _known?.For(null);
        _run = null!;
    }

    /// <summary>Notes that the value which begins here was withheld when it was captured.</summary>
    internal void Mark(int offset, string kind, byte[]? value) => _marks.Add(new(offset - LineLimits.Head, kind, value));

    /// <summary>Whether a value may contain secrets, so that it must be checked together with its line.</summary>
    internal bool MayBeIn(ReadOnlySpan<byte> value, StepKind type)
    {
        if (_run.Shaped.Find(value) is not null || MayHoldCalls(value, type))
        {
            return true;
        }

        List<SecretMatch>? matches = null;
        Known?.Find(value, ref matches);
        Pieces(value, ref matches);
        return matches is not null;
    }

    /// <summary>Finds the secrets of the line, replaces them, and lists their places in <c>redacted</c>.</summary>
    internal void Withhold(LineValues values, StepKind type)
    {
        var fields = Fields;
        var matches = _run.Shaped.Find(fields);
        var calls = CallsIn(fields, type);
        Pieces(fields, ref matches);
        matches?.RemoveAll(match => match.End + LineLimits.Head <= IdsEnd);
        if (matches is { Count: > 0 })
        {
            _run.Learn(fields, matches);
        }

        matches = WithRepeated(calls, matches is { Count: > 0 } ? matches : null);
        if (matches is not null || _marks.Count > 0 || HasPointers)
        {
            TakeOut(matches ?? [], values);
        }
    }

    // The fields have the form of an object without its braces.
    private ReadOnlySpan<byte> Fields => json.Slice(LineLimits.Head, json.Length - LineLimits.Head);

    // Null while the run has withheld nothing, so that nothing is searched for.
    private KnownSearch? Known => _run.Known.IsEmpty ? null : (_known ??= new()).For(_run.Known, commits: _run.Commitments is not null);

    private void Pieces(ReadOnlySpan<byte> text, ref List<SecretMatch>? matches)
    {
        if (text.Contains((byte)'['))
        {
            (_split ??= new()).Find(text, _run.Shaped, Known, HasItems, ref matches);
        }
    }

    // A line that is a manual call or a decision may itself have a tool's arguments or result.
    private bool MayHoldCalls(ReadOnlySpan<byte> text, StepKind type) =>
        CarriedCalls.MayBeIn(text) || ((IsManual || type == StepKind.Decision) && CarriedCalls.AnyTool);

    private CarriedCalls? CallsIn(ReadOnlySpan<byte> fields, StepKind type)
    {
        if (!MayHoldCalls(fields, type))
        {
            return null;
        }

        OpenBrace();
        var calls = new CarriedCalls(_run);
        calls.Find(json.WrittenMemory[LineLimits.Head..], type, IsManual);
        CloseBrace();
        return calls;
    }

    // Searches for the run's known values. The calls in this line were read before, so that their secrets are withheld from the rest of the line too.
    private List<SecretMatch>? WithRepeated(CarriedCalls? calls, List<SecretMatch>? matches)
    {
        List<SecretMatch>? repeated = null;
        if (Known is { } known)
        {
            OpenBrace();
            known.Find(Fields, ref repeated);
            if (repeated is not null)
            {
                OwnFields.TakeOut(Fields, repeated);
                OwnFields.TakeOut(calls?.Names ?? [], repeated);
            }

            CloseBrace();
        }

        return calls is { Found.Count: > 0 } || repeated is { Count: > 0 }
            ? SplitSecrets.Merged([.. calls?.Found ?? [], .. matches ?? [], .. repeated ?? []]) : matches;
    }

    private void TakeOut(List<SecretMatch> matches, LineValues values)
    {
        OpenBrace();
        var walk = new WithholdingWalk(matches, _marks, new(_run), _run.Commitments, HasPointers);
        walk.Through(Fields);
        CloseBrace();
        if (!walk.Found)
        {
            return; // its pointers lead through no withheld key
        }

        values.Apply(walk.Edits);
        json.NextName("redacted"u8);
        var start = json.Length;
        walk.WriteEntries(json);
        values.Add(start, LineValueForm.Value);
    }

    private void OpenBrace()
    {
        json.Reserved(LineLimits.Head + 1)[^1] = (byte)'{';
        json.Byte((byte)'}');
    }

    private void CloseBrace()
    {
        json.Cut(json.Length - 1);
        json.Reserved(LineLimits.Head + 1)[^1] = (byte)',';
    }
}
