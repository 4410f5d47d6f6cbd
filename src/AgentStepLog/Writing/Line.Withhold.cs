using System.Text;
using AgentStepLog.Redacting;

namespace AgentStepLog.Writing;

internal sealed partial class Line
{
    // Values that were withheld when they were captured: where each stands.
    private readonly List<RedactionMark> _marks = [];

    // Whether a pointer in it may lead through a key that is withheld.
    private bool _hasPointers;

    private readonly List<(int Start, int End)> _mayRepeat = [];

    // Behind the ids of a call, which stand in front of all that is the user's.
    private int _idsEnd;

    private bool _hasItems;
    private SplitTokens? _split;

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

    /// <summary>The values that a call was given, to be withheld where <see cref="MayRepeat"/> says; null if there are none.</summary>
    internal RepeatedSecrets? Secrets { get; set; }

    /// <summary>Says that what was written since <paramref name="start"/> is text that may repeat them.</summary>
    internal void MayRepeat(int start)
    {
        if (Secrets is not null)
        {
            _mayRepeat.Add((start, _json.Length));
        }
    }

    /// <summary>The beginning of a text that has at most so many bytes, without tokens and such values, which would not be known by their halves; the same object if it is as short.</summary>
    internal string Cut(string text, int maxBytes)
    {
        // Of a text that is larger than a value may be, a beginning that is as large: what is withheld from it may go on to its end.
        text = text.Length > _valueLimit ? text[.._valueLimit] : text;
        if (Secrets is null || ErrorText.Fits(text, maxBytes))
        {
            return _tokens.Cut(text, maxBytes);
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        var matches = _tokens.Find(utf8);
        Secrets.Find(utf8, ref matches);
        return ErrorText.Cut(matches is null ? text : TokenScanner.Replace(utf8, SplitTokens.Merged(matches)), maxBytes);
    }

    /// <summary>
    /// The beginning of a text that has at most so many bytes, and ends before a token or such a value rather than within it: what is in it is found, and told, when the
    /// line is complete.
    /// </summary>
    internal string Beginning(string text, int maxBytes)
    {
        if (ErrorText.Fits(text, maxBytes))
        {
            return text;
        }

        var utf8 = Encoding.UTF8.GetBytes(text.Length > _valueLimit ? text[.._valueLimit] : text);
        var matches = _tokens.Find(utf8);
        Secrets?.Find(utf8, ref matches);
        var end = maxBytes;
        foreach (var match in matches is null ? [] : SplitTokens.Merged(matches))
        {
            end = match.Start < end && match.End > end ? match.Start : end;
        }

        return ErrorText.Cut(text, end);
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

    private bool Fits(string text)
    {
        var start = _json.Length;
        var fits = _json.TryText(text, _valueLimit - 2);
        _json.Cut(start);
        return fits;
    }

    private List<TokenMatch>? Repeated(List<TokenMatch>? matches)
    {
        if (_mayRepeat.Count == 0)
        {
            return matches;
        }

        foreach (var (start, end) in _mayRepeat)
        {
            Secrets!.FindInJson(_json.Slice(start, end - start), start - LineFormat.Head, ref matches);
        }

        return matches is null ? null : SplitTokens.Merged(matches);
    }

    // An id of sixteen digits may have the form of a card's number.
    private List<TokenMatch>? WithoutIds(List<TokenMatch>? matches)
    {
        matches?.RemoveAll(match => match.End + LineFormat.Head <= _idsEnd);
        return matches is { Count: > 0 } ? matches : null;
    }

    private List<TokenMatch>? TokensIn(ReadOnlySpan<byte> json)
    {
        var matches = _tokens.Find(json);
        if (json.Contains((byte)'['))
        {
            (_split ??= new()).Find(json, _tokens, _hasItems, ref matches);
        }

        return matches;
    }

    private void Withhold()
    {
        var fields = _json.Slice(LineFormat.Head, _json.Length - LineFormat.Head);
        var matches = WithoutIds(Repeated(TokensIn(fields)));
        if (matches is null && _marks.Count == 0 && !_hasPointers)
        {
            return;
        }

        // The fields are an object but for its braces.
        _json.Reserved(LineFormat.Head + 1)[^1] = (byte)'{';
        _json.Byte((byte)'}');
        var walk = new RedactionWalk(matches ?? [], _marks, new(_tokens), _commitments, _hasPointers);
        walk.Through(_json.Slice(LineFormat.Head, _json.Length - LineFormat.Head));
        _json.Cut(_json.Length - 1);
        _json.Reserved(LineFormat.Head + 1)[^1] = (byte)',';
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
