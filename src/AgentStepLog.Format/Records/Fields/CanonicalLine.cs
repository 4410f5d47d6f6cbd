using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>
/// Recognises in one pass a line without flaws in its bytes and its JSON: valid, without white space, forbidden characters,
/// half surrogate pairs or equal keys. A line that is not recognised may still be valid: slower checks decide that and name the flaw.
/// </summary>
internal ref struct CanonicalLine
{
    /// <summary>How many names all open objects may have together.</summary>
    public const int MaxNames = 256;

    private const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _line;
    private readonly ulong[] _names; // hashes of the keys of the open objects
    private LineField[] _fields;
    private int _fieldCount;
    private int _nameCount;
    private int _at;
    private int _depth;
    private bool _mayNameBlobs;
    private int _nulls;

    private CanonicalLine(ReadOnlySpan<byte> line, LineField[] fields, ulong[] names)
    {
        _line = line;
        _fields = fields;
        _names = names;
    }

    /// <param name="line">The line without its LF.</param>
    /// <param name="names">Room for <see cref="MaxNames"/> hashes.</param>
    /// <param name="fields">Receives the top-level fields. The array may be replaced by a larger one.</param>
    /// <param name="count">How many fields there are.</param>
    /// <param name="mayNameBlobs">Whether any key could name a blob.</param>
    /// <param name="nulls">How many of the fields are null.</param>
    /// <returns>Whether the line was recognised.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, ulong[] names, ref LineField[] fields, out int count, out bool mayNameBlobs, out int nulls)
    {
        var reading = new CanonicalLine(line, fields, names);
        var isCanonical = HasTextOnly(line) && reading.Peek() == (byte)'{' && reading.Object() && reading._at == line.Length;
        fields = reading._fields;
        count = reading._fieldCount;
        mayNameBlobs = reading._mayNameBlobs;
        nulls = reading._nulls;
        return isCanonical;
    }

    private static bool HasTextOnly(ReadOnlySpan<byte> line) =>
        !line.ContainsAnyExceptInRange((byte)' ', (byte)'~') || (Utf8.IsValid(line) && RawBytes.Forbidden(line) is null);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte Peek() => _at < _line.Length ? _line[_at] : (byte)0;

    private bool Value() => Peek() switch
    {
        (byte)'"' => Text(out _),
        (byte)'{' => Object(),
        (byte)'[' => Array(),
        (byte)'t' => Word("true"u8),
        (byte)'f' => Word("false"u8),
        (byte)'n' => Word("null"u8),
        _ => Number(),
    };

    private bool Object()
    {
        var first = _nameCount;
        var seen = 0UL; // a bit for each name, by its hash: a new bit proves that a name is new
        _at++;
        if (Peek() == (byte)'}')
        {
            _at++;
            return true;
        }

        if (++_depth > MaxDepth)
        {
            return false;
        }

        do
        {
            var start = _at + 1;
            if (Peek() != (byte)'"' || !Text(out var isEscaped) || isEscaped || Peek() != (byte)':' || !Name(_line[start..(_at - 1)], first, ref seen))
            {
                return false;
            }

            var end = _at++;
            if (!Value())
            {
                return false;
            }

            if (_depth == 1)
            {
                Field(start, end);
            }
        }
        while (Skip((byte)','));
        _nameCount = first;
        _depth--;
        return Skip((byte)'}');
    }

    private bool Array()
    {
        _at++;
        if (Skip((byte)']'))
        {
            return true;
        }

        if (++_depth > MaxDepth)
        {
            return false;
        }

        do
        {
            if (!Value())
            {
                return false;
            }
        }
        while (Skip((byte)','));
        _depth--;
        return Skip((byte)']');
    }

    private bool Name(ReadOnlySpan<byte> name, int first, ref ulong seen)
    {
        var hash = DuplicateKeys.Hash(name);
        var bit = 1UL << (int)(hash >> 58);
        if (_nameCount == MaxNames || ((seen & bit) != 0 && _names.AsSpan(first, _nameCount - first).Contains(hash)))
        {
            return false;
        }

        seen |= bit;
        _names[_nameCount++] = hash;
        _mayNameBlobs |= name is [(byte)'$', ..] || (_depth == 1 && (name.SequenceEqual("manifest"u8) || name.SequenceEqual("tool_set"u8)));
        return true;
    }

    private void Field(int nameStart, int colon)
    {
        if (_fieldCount == _fields.Length)
        {
            System.Array.Resize(ref _fields, _fieldCount * 2);
        }

        var value = colon + 1;
        _nulls += _line[value] == (byte)'n' ? 1 : 0;
        _fields[_fieldCount++] = new(nameStart, colon - 1 - nameStart, value, _at - value, Kind(_line[value]), false);
    }

    private static JsonTokenType Kind(byte first) => first switch
    {
        (byte)'"' => JsonTokenType.String,
        (byte)'{' => JsonTokenType.StartObject,
        (byte)'[' => JsonTokenType.StartArray,
        (byte)'t' => JsonTokenType.True,
        (byte)'f' => JsonTokenType.False,
        (byte)'n' => JsonTokenType.Null,
        _ => JsonTokenType.Number,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Skip(byte expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Word(ReadOnlySpan<byte> word)
    {
        if (!_line[_at..].StartsWith(word))
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private bool Text(out bool isEscaped)
    {
        isEscaped = false;
        for (_at++; Run(_line[_at..]) is >= 0 and var run;)
        {
            _at += run + 1;
            if (_line[_at - 1] == (byte)'"')
            {
                return true;
            }

            isEscaped = true;
            if (!Escape())
            {
                return false;
            }
        }

        return false;
    }

    // The length of the part of a string before its end or its next escape. Most are short, so a loop is faster than a call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Run(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < Vector128<byte>.Count)
        {
            return rest.IndexOfAny((byte)'"', (byte)'\\');
        }

        var bytes = Vector128.Create(rest);
        var found = (Vector128.Equals(bytes, Vector128.Create((byte)'"')) | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
        return found != 0 ? BitOperations.TrailingZeroCount(found)
            : rest[Vector128<byte>.Count..].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var run ? Vector128<byte>.Count + run
            : -1;
    }

    private bool Escape()
    {
        var length = JsonEscape.Read(_line[(_at - 1)..], out var character);
        _at += length - 1;
        return length > 0 && character is not null;
    }

    private bool Number()
    {
        Skip((byte)'-');
        if (!Skip((byte)'0') && !SkipDigits())
        {
            return false;
        }

        if (Skip((byte)'.') && !SkipDigits())
        {
            return false;
        }

        if (Skip((byte)'e') || Skip((byte)'E'))
        {
            _ = Skip((byte)'+') || Skip((byte)'-');
            return SkipDigits();
        }

        return true;
    }

    private bool SkipDigits()
    {
        var start = _at;
        while (_at < _line.Length && _line[_at] is >= (byte)'0' and <= (byte)'9')
        {
            _at++;
        }

        return _at > start;
    }
}
