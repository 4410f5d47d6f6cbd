using AgentStepLog.Redacting;

namespace AgentStepLog.Writing;

internal sealed partial class Line
{
    // Values that were withheld when they were captured: where each stands.
    private readonly List<RedactionMark> _marks = [];

    /// <summary>Says that the value which begins here was withheld.</summary>
    internal void Mark(int offset, string kind, byte[]? value) => _marks.Add(new(offset - LineFormat.Head, kind, value));

    private void Withhold()
    {
        var fields = _json.Slice(LineFormat.Head, _json.Length - LineFormat.Head);
        var matches = _tokens.Find(fields);
        if (matches is null && _marks.Count == 0)
        {
            return;
        }

        // The fields are an object but for its braces.
        _json.Reserved(LineFormat.Head + 1)[^1] = (byte)'{';
        _json.Byte((byte)'}');
        var walk = new RedactionWalk(matches ?? [], _marks, _commitments);
        walk.Through(_json.Slice(LineFormat.Head, _json.Length - LineFormat.Head));
        _json.Cut(_json.Length - 1);
        _json.Reserved(LineFormat.Head + 1)[^1] = (byte)',';
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
