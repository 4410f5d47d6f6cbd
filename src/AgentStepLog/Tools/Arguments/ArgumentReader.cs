using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;

namespace AgentStepLog.Tools;

/// <summary>
/// A model's arguments while they are read: the text with its places, and its problems. Each thread reuses one reader, so that a call allocates only the memory of its
/// values.
/// </summary>
internal sealed class ArgumentReader
{
    private const int KeptBytes = 64 * 1024;

    [ThreadStatic]
    private static ArgumentReader? t_own;

    private readonly JsonIndex _index = new();
    private byte[] _buffer = new byte[1024];

    private ArgumentReader()
    {
    }

    public JsonProblems Problems { get; } = new(strictNames: true);

    /// <summary>The members of the arguments. Use it only after <see cref="Read"/> has found an object.</summary>
    public JsonObjectReader Members { get; private set; } = null!;

    public static ArgumentReader Rent()
    {
        var reader = t_own ?? new();
        t_own = null;
        return reader;
    }

    public void Return()
    {
        _index.Clear();
        Problems.Clear();
        if (_buffer.Length <= KeptBytes)
        {
            t_own = this;
        }
    }

    /// <summary>Parses the text.</summary>
    /// <returns>Why the members cannot be read, for the model, as lines that begin with dashes; null if they can be read.</returns>
    public string? Read(in ArgumentSource source, ToolTableOptions options, SensitiveNames sensitive)
    {
        Problems.Begin(options, sensitive.Any ? sensitive : null);
        if (source.IsLargerThan(options.MaxBytes))
        {
            return Line($"too large: {Count(source.Bytes)} bytes of JSON, and at most {Count(options.MaxBytes)} are taken");
        }

        if (source.IsBlank)
        {
            return Parse("{}"u8.ToArray(), options, hides: false);
        }

        if (TryDecode(source, out var utf8) is { } undecodable)
        {
            return undecodable;
        }

        return Parse(utf8, options, sensitive.Any);
    }

    /// <summary>Whether the arguments can be used. Call it after all of them were read. Repeated names are searched for only if there may be some.</summary>
    public bool IsSound()
    {
        if ((Problems.Any || Problems.InDoubt) && _index.MayHaveEqualNames())
        {
            var found = Problems.Rollback(default);
            ArgumentFaults.Find(_index.Root, JsonPath.Root, Problems);
            Problems.Append(found);
        }

        return !Problems.Any;
    }

    private string? TryDecode(in ArgumentSource source, out ReadOnlyMemory<byte> utf8)
    {
        if (source.Text is not { } text)
        {
            utf8 = source.Utf8;
            return Utf8.IsValid(utf8.Span) ? null : Line($"not valid UTF-8 {Place(utf8.Span)}");
        }

        utf8 = default;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _buffer.Length)
        {
            _buffer = new byte[most <= KeptBytes ? KeptBytes : Encoding.UTF8.GetByteCount(text)];
        }

        if (Utf8.FromUtf16(text, _buffer, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            return Line($"no valid text: character {Count(read + 1)} is half of a surrogate pair");
        }

        utf8 = _buffer.AsMemory(0, written);
        return null;
    }

    private string? Parse(ReadOnlyMemory<byte> utf8, ToolTableOptions options, bool hides, bool isWithinString = false, bool isUnwrapped = false)
    {
        // The arguments' own object does not count as a value.
        switch (_index.Read(utf8, options.MaxDepth, options.MaxItems + 1L))
        {
            case JsonFault.Syntax when options.Lenient && !isUnwrapped && Utf8.IsValid(utf8.Span) && Wrapping.Inside(Encoding.UTF8.GetString(utf8.Span)) is { } inside:
                if (!isWithinString)
                {
                    Problems.AddCoerced(JsonPath.Root);
                }

                return Parse(Encoding.UTF8.GetBytes(inside), options, hides, isWithinString, isUnwrapped: true);
            case JsonFault.Syntax:
                return Line("not valid JSON: " + JsonSyntax.Describe(utf8.Span, _index.FaultAt, hides));
            case JsonFault.TooDeep:
                return Line($"nested too deep: at most {options.MaxDepth} levels of objects and arrays are taken");
            case JsonFault.TooMany:
                return Line($"too many values: at most {Count(options.MaxItems)} are taken in all");
            default:
                break;
        }

        var root = _index.Root;
        if (root.ValueKind == JsonValueKind.String && options.Lenient && !isWithinString && !_index.HasLoneSurrogate)
        {
            if (!isUnwrapped)
            {
                Problems.AddCoerced(JsonPath.Root);
            }

            return Parse(Encoding.UTF8.GetBytes(root.GetString()), options, hides, isWithinString: true, isUnwrapped);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return Line($"expected a JSON object with the parameters as its members, got {Kind(root.ValueKind)}");
        }

        if (_index.HasLoneSurrogate && !ArgumentFaults.Find(root, JsonPath.Root, Problems))
        {
            return Problems.ToString();
        }

        Members = Problems.Object(root, JsonPath.Root);
        return null;
    }

    private static string Line(string problem) => "\n- " + problem;

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Place(ReadOnlySpan<byte> utf8)
    {
        var characters = new char[utf8.Length];
        Utf8.ToUtf16(utf8, characters, out var read, out _, replaceInvalidSequences: false);
        return string.Create(CultureInfo.InvariantCulture, $"(byte 0x{utf8[read]:X2} at position {read + 1})");
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        _ => "a number",
    };
}
