using AgentStepLog.Json;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>Where the values of a line stand in it, while parts of it are replaced.</summary>
/// <param name="json">The line, with <see cref="LineLimits.Head"/> bytes of room in front.</param>
internal sealed class LineValues(JsonBuffer json)
{
    private const int Kept = 256;

    // A reference with its preview takes this much at most, so a smaller value gains nothing by leaving.
    private const int WorthSpilling = 2 * 1024;

    // And this much as a rule.
    private const int UsualReference = 512;

    private readonly List<LineValue> _values = [];

    internal int Count => _values.Count;

    internal LineValue this[int index] => _values[index];

    internal ReadOnlySpan<byte> JsonOf(LineValue value) => json.Slice(value.Start, value.Length);

    /// <summary>Marks what was written since <paramref name="start"/> as one value.</summary>
    internal void Add(int start, LineValueForm form, int parent = LineValue.NoParent) => _values.Add(new(start, json.Length - start, parent, form));

    /// <summary>Begins a value whose parts are values of their own.</summary>
    /// <returns>The parent to give to its parts, and to <see cref="EndParent"/>.</returns>
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

    /// <summary>Puts a reference in the place of a value, and of all that stands in it.</summary>
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

    /// <summary>Changes the line's fields, and moves its values along.</summary>
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

    /// <summary>Which value is to leave a line that is too long.</summary>
    /// <returns>The largest of the single values, as long as they can make the line short enough; else what holds them, all at once; -1 if none is worth it.</returns>
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
