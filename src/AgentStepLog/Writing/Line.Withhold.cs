using System.Text;
using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

internal sealed partial class Line
{
    // Values that were withheld when they were captured: where each stands.
    private readonly List<RedactionMark> _marks = [];

    // Whether a pointer in it may lead through a key that is withheld.
    private bool _hasPointers;

    // Behind the ids of a call, which stand in front of all that is the user's.
    private int _idsEnd;

    private bool _hasItems;
    private SplitTokens? _split;

    private KnownSearch? _known;

    /// <summary>The field <c>coerced</c>: pointers into this line, which lead through its keys as they are shown; absent when empty.</summary>
    internal void Coerced(string[] pointers)
    {
        _hasPointers = pointers.Length > 0;
        Texts("coerced"u8, pointers);
    }

    /// <summary>Says that the value which begins here was withheld.</summary>
    internal void Mark(int offset, string kind, byte[]? value) => _marks.Add(new(offset - LineFormat.Head, kind, value));

    /// <summary>Says that one of its values is what a stream gave, item by item: tokens may be spread over them.</summary>
    internal void HasItems() => _hasItems = true;

    /// <summary>Whether it is a call that was recorded by hand, whose values no capture has looked at.</summary>
    internal bool IsByHand { get; set; }

    /// <summary>The beginning of a text that has at most so many bytes, without tokens and known values, which would not be known by their halves; the same object if it is as short.</summary>
    internal string Cut(string text, int maxBytes) =>
        _secrets.Cut(Searched(text, maxBytes), maxBytes);

    /// <summary>
    /// The beginning of a text that has at most so many bytes, and ends before a token or a known value rather than within it: what is in it is found, and told, when the
    /// line is complete.
    /// </summary>
    internal string Beginning(string text, int maxBytes)
    {
        if (TextStart.Fits(text, maxBytes))
        {
            return text;
        }

        var end = maxBytes;
        foreach (var match in _secrets.Find(Encoding.UTF8.GetBytes(Searched(text, maxBytes))) ?? [])
        {
            end = match.Start < end && match.End > end ? match.Start : end;
        }

        return TextStart.Of(text, end);
    }

    /// <summary>What the field <c>error</c> holds of a message: all of a short one, the beginning of another, and of one that is larger than a value may be its length as well.</summary>
    /// <param name="message">The message.</param>
    /// <param name="goesOn">Whether the whole of it goes to a blob.</param>
    internal string CutError(string message, out bool goesOn)
    {
        var kept = Cut(message, LineFormat.MaxError);
        goesOn = !ReferenceEquals(kept, message);
        if (!goesOn || Fits(message))
        {
            return kept;
        }

        goesOn = false;
        var mark = " " + TooLarge.MarkOf(message.Length);
        return Cut(message, LineFormat.MaxError - mark.Length) + mark;
    }

    // All that a blob may hold of the text, at least.
    private string Searched(string text, int maxBytes) => TextStart.Searched(text, Math.Max(_valueLimit - KnownValues.MaxBytes, maxBytes));

    private bool Fits(string text)
    {
        var start = _json.Length;
        var fits = _json.TryText(text, _valueLimit - 2);
        _json.Cut(start);
        return fits;
    }

    // A run that has withheld nothing does not look.
    private KnownSearch? Known => _secrets.Known.IsEmpty ? null : (_known ??= new()).For(_secrets.Known, commits: _secrets.Commitments is not null);

    // Whether a value may have to be looked at with the line around it.
    private bool MayHold(ReadOnlySpan<byte> json)
    {
        if (_secrets.Tokens.Find(json) is not null || MayHoldCalls(json))
        {
            return true;
        }

        List<TokenMatch>? matches = null;
        Known?.Find(json, ref matches);
        Pieces(json, ref matches);
        return matches is not null;
    }

    private void Pieces(ReadOnlySpan<byte> json, ref List<TokenMatch>? matches)
    {
        if (json.Contains((byte)'['))
        {
            (_split ??= new()).Find(json, _secrets.Tokens, Known, _hasItems, ref matches);
        }
    }

    // An id of sixteen digits may have the form of a card's number.
    private List<TokenMatch>? WithoutIds(List<TokenMatch>? matches)
    {
        matches?.RemoveAll(match => match.End + LineFormat.Head <= _idsEnd);
        return matches is { Count: > 0 } ? matches : null;
    }

    private void Withhold()
    {
        var fields = _json.Slice(LineFormat.Head, _json.Length - LineFormat.Head);
        var matches = _secrets.Tokens.Find(fields);
        var calls = CallsIn(fields);
        Pieces(fields, ref matches);
        matches = WithoutIds(matches);
        if (matches is not null)
        {
            _secrets.Learn(fields, matches);
        }

        Repeated(calls, ref matches);
        if (matches is null && _marks.Count == 0 && !_hasPointers)
        {
            return;
        }

        OpenBrace();
        var walk = new RedactionWalk(matches ?? [], _marks, new(_secrets), _secrets.Commitments, _hasPointers);
        walk.Through(_json.Slice(LineFormat.Head, _json.Length - LineFormat.Head));
        CloseBrace();
        if (!walk.Found)
        {
            return; // its pointers show nothing
        }

        Apply(walk.Edits);
        Name("redacted"u8);
        var start = _json.Length;
        walk.WriteEntries(_json);
        EndValue(start);
    }

    // A call that is recorded by hand, and a decision, is one itself.
    private bool MayHoldCalls(ReadOnlySpan<byte> json) =>
        CarriedCalls.MayBeIn(json) || ((IsByHand || Type == StepKind.Decision) && CarriedCalls.AnyTool);

    private CarriedCalls? CallsIn(ReadOnlySpan<byte> fields)
    {
        if (!MayHoldCalls(fields))
        {
            return null;
        }

        OpenBrace();
        var calls = new CarriedCalls(_secrets);
        calls.Find(_json.WrittenMemory[LineFormat.Head..], Type, IsByHand);
        CloseBrace();
        return calls;
    }

    // What the run has withheld, and what the calls in this line are known to hold: after these were told of, so that the rest of the line keeps them, too.
    private void Repeated(CarriedCalls? calls, ref List<TokenMatch>? matches)
    {
        List<TokenMatch>? repeated = null;
        if (Known is { } known)
        {
            OpenBrace();
            var line = _json.Slice(LineFormat.Head, _json.Length - LineFormat.Head);
            known.Find(line, ref repeated);
            if (repeated is not null)
            {
                OwnFields.TakeOut(line, repeated);
                OwnFields.TakeOut(calls?.Names ?? [], repeated);
            }

            CloseBrace();
        }

        if (calls is { Found.Count: > 0 } || repeated is { Count: > 0 })
        {
            matches = SplitTokens.Merged([.. calls?.Found ?? [], .. matches ?? [], .. repeated ?? []]);
        }
    }

    // The fields are an object but for its braces.
    private void OpenBrace()
    {
        _json.Reserved(LineFormat.Head + 1)[^1] = (byte)'{';
        _json.Byte((byte)'}');
    }

    private void CloseBrace()
    {
        _json.Cut(_json.Length - 1);
        _json.Reserved(LineFormat.Head + 1)[^1] = (byte)',';
    }

    private void Apply(RedactionEdits edits)
    {
        if (edits.IsEmpty)
        {
            return;
        }

        var fields = _json.Slice(LineFormat.Head, _json.Length - LineFormat.Head).ToArray();
        _json.Cut(LineFormat.Head);
        edits.Write(fields, _json);
        for (var i = 0; i < _values.Count; i++)
        {
            var start = edits.Moved(_values[i].Start - LineFormat.Head);
            _values[i] = _values[i] with
            {
                Start = start + LineFormat.Head,
                Length = edits.Moved(_values[i].End - LineFormat.Head) - start,
            };
        }
    }
}
