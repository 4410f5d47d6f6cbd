using System.Buffers.Text;
using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>
/// A text without one layer of JSON escapes, and where each of its bytes came from. A text that is no JSON string inside is read the same way: a backslash
/// that begins no escape stays.
/// </summary>
internal sealed class Unescaped
{
    private const int KeptBytes = 128 * 1024;
    private const int KeptJumps = 4096;

    // From a place on, a byte at (place + n) came from (source + n), until the next entry.
    private readonly List<(int At, int Source)> _jumps = [];
    private byte[] _text = new byte[256];
    private int _length;

    internal ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    internal ReadOnlyMemory<byte> Memory => _text.AsMemory(0, _length);

    /// <summary>Whether a backslash is left, so that there may be another layer.</summary>
    internal bool HasMore { get; private set; }

    /// <summary>Takes one layer off.</summary>
    /// <param name="escaped">The text.</param>
    /// <returns>Whether there was any escape.</returns>
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

    /// <summary>Where in the escaped text a place of this one is. What ends at a place ends there, too.</summary>
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

    // What stands there takes at least as much room as what it means.
    private int Escape(ReadOnlySpan<byte> text)
    {
        if (text.Length > 1 && Simple(text[1]) is var simple && simple != 0)
        {
            Put(simple);
            return 2;
        }

        if (!TryUnit(text, out var unit))
        {
            Put((byte)'\\');
            return 1;
        }

        if (char.IsHighSurrogate(unit) && TryUnit(text[6..], out var low) && char.IsLowSurrogate(low))
        {
            _length += new Rune(unit, low).EncodeToUtf8(_text.AsSpan(_length));
            return 12;
        }

        HasMore |= unit == '\\';
        _length += (char.IsSurrogate(unit) ? Rune.ReplacementChar : new Rune(unit)).EncodeToUtf8(_text.AsSpan(_length));
        return 6;
    }

    private void Put(byte value)
    {
        HasMore |= value == (byte)'\\';
        _text[_length++] = value;
    }

    private static bool TryUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        if (text.Length < 6 || text[0] != (byte)'\\' || text[1] != (byte)'u'
            || !Utf8Parser.TryParse(text.Slice(2, 4), out ushort value, out var digits, 'x') || digits != 4)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }

    private static byte Simple(byte escape) => escape switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'"' or (byte)'\\' or (byte)'/' => escape,
        _ => 0,
    };
}
