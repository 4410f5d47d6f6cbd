using System.Text;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// A text with one layer of JSON escapes removed, and the place in the escaped text that each byte came from. A text that is no JSON string is read the same way: a
/// backslash that begins no escape stays.
/// </summary>
internal sealed class Unescaped
{
    private const int KeptBytes = 128 * 1024;
    private const int KeptJumps = 4096;

    // From each entry's place on, the byte at (place + n) came from (source + n), until the next entry.
    private readonly List<(int At, int Source)> _jumps = [];
    private byte[] _text = new byte[256];
    private int _length;

    internal ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    internal ReadOnlyMemory<byte> Memory => _text.AsMemory(0, _length);

    /// <summary>Whether the text still contains a backslash, so that there may be another layer.</summary>
    internal bool HasMore { get; private set; }

    /// <summary>Removes one layer of escapes.</summary>
    /// <param name="escaped">The text.</param>
    /// <returns>Whether the text had any escape.</returns>
    internal bool Read(ReadOnlySpan<byte> escaped)
    {
        Clear(escaped.Length);
        var any = false;
        var at = 0;
        while (true)
        {
            var plain = escaped[at..].IndexOf((byte)'\\');
            var end = plain < 0 ? escaped.Length : at + plain;
            Jump(at);
            escaped[at..end].CopyTo(_text.AsSpan(_length));
            _length += end - at;
            if (plain < 0)
            {
                return any;
            }

            Jump(end);
            var read = Escape(escaped[end..]);
            any |= read > 1;
            at = end + read;
        }
    }

    /// <summary>Maps a place of this text to the escaped text. The end of a piece maps to the end of the escaped piece.</summary>
    internal int SourceOf(int at)
    {
        var (low, high) = (0, _jumps.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _jumps[middle].At <= at ? (middle, high) : (low, middle - 1);
        }

        return _jumps[low].Source + at - _jumps[low].At;
    }

    private void Clear(int size)
    {
        if (_text.Length < size || (_text.Length > KeptBytes && size <= KeptBytes))
        {
            _text = new byte[Math.Max(size, 256)];
        }

        _jumps.Clear();
        if (_jumps.Capacity > KeptJumps && size <= KeptJumps)
        {
            _jumps.Capacity = KeptJumps;
        }

        (_length, HasMore) = (0, false);
    }

    private void Jump(int source)
    {
        if (_jumps.Count > 0 && _jumps[^1].At == _length)
        {
            _jumps[^1] = (_length, source);
        }
        else
        {
            _jumps.Add((_length, source));
        }
    }

    // An escape has at least as many bytes as the character that it stands for, so the buffer is large enough.
    private int Escape(ReadOnlySpan<byte> text)
    {
        var length = JsonEscape.Read(text, out var character);
        var meant = length < 0 ? new Rune('\\') : character ?? Rune.ReplacementChar;
        HasMore |= meant.Value == '\\';
        _length += meant.EncodeToUtf8(_text.AsSpan(_length));
        return Math.Max(length, 1);
    }
}
