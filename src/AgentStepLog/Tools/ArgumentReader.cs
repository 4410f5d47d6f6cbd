using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AgentStepLog.Capture;

/// <summary>
/// Arguments while they are read: the parsed text, and what is wrong with it. Kept by its thread and used again, so that a call costs
/// no memory but that of its values.
/// </summary>
internal sealed class ArgumentReader
{
    private const int KeptBytes = 64 * 1024;

    [ThreadStatic]
    private static ArgumentReader? t_own;

    private readonly ArgumentScan _scan = new();
    private byte[] _buffer = new byte[1024];
    private JsonDocument? _document;

    // The text, while it is read without having been scanned.
    private ReadOnlyMemory<byte>? _unscanned;
    private ToolTableOptions _options = ToolTableOptions.Default;

    private ArgumentReader()
    {
    }

    public JsonProblems Problems { get; } = new(strictNames: true);

    /// <summary>The members of the arguments; to be asked after <see cref="Read"/> found an object.</summary>
    public JsonObjectReader Members { get; private set; } = null!;

    public static ArgumentReader Rent()
    {
        var reader = t_own ?? new();
        t_own = null;
        return reader;
    }

    public void Return()
    {
        _document?.Dispose();
        _document = null;
        _unscanned = null;
        Problems.Clear();
        if (_buffer.Length <= KeptBytes)
        {
            t_own = this;
        }
    }

    /// <summary>Parses the text.</summary>
    /// <returns>Why its members cannot be read, for the model, as lines led by dashes; null if they can.</returns>
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

        return TryReadUnscanned(utf8, options) ? null : Parse(utf8, options, sensitive.Any);
    }

    /// <summary>After all arguments were read: whether they can be used. Where there is doubt, the text is scanned now.</summary>
    public bool IsSound()
    {
        if (_unscanned is { } utf8 && (Problems.Any || Problems.InDoubt))
        {
            var found = Problems.Rollback(default);
            if (_scan.Run(utf8.Span, _options) is null && _scan.IsSuspect)
            {
                ArgumentFaults.Find(utf8.Span, _options.MaxDepth, Problems);
            }

            Problems.Append(found);
        }

        return !Problems.Any;
    }

    // What a scan looks for is nearly never there: a short text without escapes of UTF-16 is parsed at once. Names that stand twice show
    // when there are more members than were read, and what is read as it is, is in doubt.
    private bool TryReadUnscanned(ReadOnlyMemory<byte> utf8, ToolTableOptions options)
    {
        if (utf8.Length / 2 >= options.MaxItems || utf8.Span.IndexOf("\\u"u8) >= 0)
        {
            return false;
        }

        try
        {
            _document = JsonDocument.Parse(utf8, new() { MaxDepth = options.MaxDepth });
        }
        catch (JsonException)
        {
            return false; // the scan says it in words for a model
        }

        if (_document.RootElement.ValueKind != JsonValueKind.Object)
        {
            _document.Dispose();
            return false;
        }

        (_unscanned, _options) = (utf8, options);
        Members = new JsonValue(_document.RootElement, JsonPath.Root, Problems).Object();
        return true;
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

    private string? Parse(ReadOnlyMemory<byte> utf8, ToolTableOptions options, bool hides, bool isWithinString = false)
    {
        try
        {
            if (_scan.Run(utf8.Span, options) is { } exceeded)
            {
                return Line(exceeded);
            }
        }
        catch (JsonException e)
        {
            return Line("not valid JSON: " + JsonSyntax.Describe(utf8.Span, e, hides));
        }

        if (_scan.First == (byte)'"' && options.Lenient && !isWithinString && !_scan.IsSuspect)
        {
            using var text = JsonDocument.Parse(utf8);
            Problems.AddCoerced(JsonPath.Root);
            return Parse(Encoding.UTF8.GetBytes(text.RootElement.GetString()!), options, hides, isWithinString: true);
        }

        if (_scan.First != (byte)'{')
        {
            return Line($"expected a JSON object with the parameters as its members, got {Kind(_scan.First)}");
        }

        if (_scan.IsSuspect && !ArgumentFaults.Find(utf8.Span, options.MaxDepth, Problems))
        {
            return Problems.ToString();
        }

        _document = JsonDocument.Parse(utf8, new() { MaxDepth = options.MaxDepth });
        Members = new JsonValue(_document.RootElement, JsonPath.Root, Problems).Object();
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

    private static string Kind(byte first) => (char)first switch
    {
        '[' => "an array",
        '"' => "a string",
        't' or 'f' => "a boolean",
        'n' => "null",
        _ => "a number",
    };
}
