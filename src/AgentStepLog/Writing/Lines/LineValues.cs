using AgentStepLog.Json;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>The places of the values in a line, kept up to date while parts of the line are replaced.</summary>
/// <param name="json">The line, with <see cref="LineLimits.Head"/> bytes of room in front.</param>
internal sealed class LineValues(JsonBuffer json)
{
    private const int Kept = 256;

    // A reference with its preview takes at most this many bytes, so moving a smaller value to a blob saves nothing.
    private const int WorthSpilling = 2 * 1024;

    // The usual bytes of a reference.
    private const int UsualReference = 512;

    private readonly List<LineValue> _values = [];

    internal int Count => _values.Count;

    internal LineValue this[int index] => _values[index];

    internal ReadOnlySpan<byte> JsonOf(LineValue value) => json.Slice(value.Start, value.Length);

    /// <summary>Adds a value that begins at <paramref name="start"/> and ends at the end of the line.</summary>
    internal void Add(int start, LineValueForm form, int parent = LineValue.NoParent) => _values.Add(new(start, json.Length - start, parent, form));

    /// <summary>Begins a value whose parts are values themselves.</summary>
    /// <returns>The parent to pass for its parts, and to <see cref="EndParent"/>.</returns>
    internal int BeginParent()
    {
        Add(json.Length, LineValueForm.Label);
        return _values.Count - 1;
    }

    internal void EndParent(int parent) => _values[parent] = _values[parent] with { Length = json.Length - _values[parent].Start };

    internal void Clear()
    {
        _values.Clear();
        if (_values.Capacity > Kept)
        {
            _values.Capacity = Kept;
        }
    }

    /// <summary>Replaces a value, and everything in it, by a reference.</summary>
    internal void Replace(int index, JsonBuffer reference)
    {
        var old = _values[index];
        json.Replace(old.Start, old.Length, reference.Written);

        var shift = reference.Length - old.Length;
        if (IsParent(index))
        {
            _values.RemoveAll(v => v.Parent == index);
        }

        for (var i = 0; i < _values.Count; i++)
        {
            var value = _values[i];
            _values[i] = i == index ? old with { Length = reference.Length, Form = LineValueForm.Label }
                : i == old.Parent ? value with { Length = value.Length + shift }
                : value.Start > old.Start ? value with { Start = value.Start + shift }
                : value;
        }
    }

    /// <summary>Applies edits to the line's fields, and adjusts the places of its values.</summary>
    internal void Apply(WithholdingEdits edits)
    {
        if (edits.IsEmpty)
        {
            return;
        }

        var fields = json.Slice(LineLimits.Head, json.Length - LineLimits.Head).ToArray();
        json.Cut(LineLimits.Head);
        edits.Write(fields, json);
        for (var i = 0; i < _values.Count; i++)
        {
            var start = edits.Moved(_values[i].Start - LineLimits.Head);
            _values[i] = _values[i] with
            {
                Start = start + LineLimits.Head,
                Length = edits.Moved(_values[i].End - LineLimits.Head) - start,
            };
        }
    }

    /// <summary>Chooses the value to move out of a line that is too long.</summary>
    /// <returns>
    /// The largest of the single values, if single values can make the line short enough. Otherwise a value that contains several of them. -1 if no value is worth
    /// moving.
    /// </returns>
    internal int NextToSpill()
    {
        var largest = -1;
        var parent = -1;
        var shortest = json.Length + LineLimits.Tail;
        for (var i = 0; i < _values.Count; i++)
        {
            var value = _values[i];
            if (value.Length <= WorthSpilling)
            {
                continue;
            }

            if (IsParent(i))
            {
                parent = i;
                continue;
            }

            shortest -= value.Length - UsualReference;
            largest = largest < 0 || value.Length > _values[largest].Length ? i : largest;
        }

        return parent >= 0 && (largest < 0 || shortest > LineLimits.MaxLine) ? parent : largest;
    }

    private bool IsParent(int index) => index + 1 < _values.Count && _values[index + 1].Parent == index;
}
