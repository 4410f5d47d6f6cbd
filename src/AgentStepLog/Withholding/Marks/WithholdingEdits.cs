using System.Text;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>The replacements of withheld text in one line, and the offsets that all other text moves to.</summary>
internal sealed class WithholdingEdits
{
    private readonly List<(int Start, int End, byte[] Text)> _edits = [];
    private int[] _shifts = [];

    internal bool IsEmpty => _edits.Count == 0;

    /// <summary>Adds a replacement. Replacements do not overlap.</summary>
    internal void Add(int start, int end, ReadOnlySpan<char> text)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, utf8);
        _edits.Add((start, end, utf8));
    }

    /// <summary>Sorts the replacements, before they are written.</summary>
    internal void Seal()
    {
        _edits.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        _shifts = new int[_edits.Count];
        var shift = 0;
        for (var i = 0; i < _shifts.Length; i++)
        {
            _shifts[i] = shift += _edits[i].Text.Length - (_edits[i].End - _edits[i].Start);
        }
    }

    internal void Write(ReadOnlySpan<byte> text, JsonBuffer destination)
    {
        var at = 0;
        foreach (var edit in _edits)
        {
            destination.Raw(text[at..edit.Start]);
            destination.Raw(edit.Text);
            at = edit.End;
        }

        destination.Raw(text[at..]);
    }

    /// <summary>The new offset of a text that is not replaced.</summary>
    internal int Moved(int offset)
    {
        var (low, high) = (0, _edits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _edits[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? offset : offset + _shifts[low - 1];
    }
}
