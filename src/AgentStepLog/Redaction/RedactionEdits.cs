using System.Text;
using AgentStepLog.Writing;

namespace AgentStepLog.Redacting;

/// <summary>What takes the place of withheld text, in order, and where all other text comes to stand.</summary>
internal sealed class RedactionEdits
{
    private readonly List<(int Start, int End, string Text, int Shift)> _edits = [];

    internal bool IsEmpty => _edits.Count == 0;

    /// <summary>Adds a replacement behind those before.</summary>
    internal void Add(int start, int end, string text)
    {
        var shift = _edits.Count == 0 ? 0 : _edits[^1].Shift;
        _edits.Add((start, end, text, shift + text.Length - (end - start)));
    }

    internal void Write(ReadOnlySpan<byte> text, JsonBuffer destination)
    {
        var at = 0;
        foreach (var edit in _edits)
        {
            destination.Raw(text[at..edit.Start]);
            destination.Raw(Encoding.ASCII.GetBytes(edit.Text));
            at = edit.End;
        }

        destination.Raw(text[at..]);
    }

    /// <summary>Where an offset that lies in none of the replaced texts comes to lie.</summary>
    internal int Moved(int offset)
    {
        var (low, high) = (0, _edits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _edits[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? offset : offset + _edits[low - 1].Shift;
    }
}
