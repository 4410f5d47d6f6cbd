using AgentStepLog.Redacting;

namespace AgentStepLog.Writing;

internal sealed partial class Line
{
    // Values that were withheld when they were captured: where each stands.
    private readonly List<RedactionMark> _marks = [];

    // Whether a pointer in it may lead through a key that is withheld.
    private bool _hasPointers;

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
        var matches = TokensIn(fields);
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
