using System.Text;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// The values that a run has withheld, so that they are withheld wherever they appear again. They are kept in memory only, up to a limit. All members are safe for many
/// threads. A search takes a lock only for a value that stands within something like a mark.
/// </summary>
internal sealed class KnownValues(int maxCount)
{
    /// <summary>The fewest characters of a value that is remembered. Shorter values are part of too many ordinary texts.</summary>
    internal const int Shortest = 4;

    /// <summary>How many values a run keeps unless its options say otherwise.</summary>
    internal const int DefaultCount = 16_384;

    /// <summary>The most bytes of UTF-8 that a run keeps of all its values together.</summary>
    internal const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The most values that are remembered of one text whose values are guesses. A model can send a text of any length that fits no tool.</summary>
    internal const int MostGuesses = 64;

    private const int FirstCapacity = 64;

    // The user's code may have parsed a JsonElement with these settings.
    private static readonly JsonReaderOptions s_lenient = LogJson.Line with { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // The most bytes that a search compares without a match: 16 per byte of the text, and 2^20 in addition.
    private const int EffortPerByte = 16;
    private const int LeastEffort = 1 << 20;

    private readonly object _gate = new();
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private volatile KnownTable? _table;
    private long _bytes;
    private int _guesses;
    private long _guessBytes;
    private long _leftOut;

    /// <summary>Whether the run has withheld nothing yet, so that lines need no search.</summary>
    internal bool IsEmpty => _table is null;

    internal int Count => _table?.Count ?? 0;

    /// <summary>How many values were left out because the set was full.</summary>
    internal long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>Remembers a text, unless it is too short or too common.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="text">The text.</param>
    /// <param name="isGuess">
    /// Whether the value is not marked: it was found by its shape, or stands where a secret may stand. Such values take at most half of the room, because a run may
    /// meet any number of them, and a model can make them up.
    /// </param>
    internal void Add(string kind, string text, bool isGuess = false)
    {
        if (text.Length < Shortest || maxCount == 0)
        {
            return;
        }

        if (text.Length > MaxBytes)
        {
            Interlocked.Increment(ref _leftOut);
            return;
        }

        // The same values are added many times: a known one allocates nothing.
        const int Short = 512;
        Span<byte> utf8 = stackalloc byte[Short];
        if (text.Length > Short / 3)
        {
            Add(kind, Encoding.UTF8.GetBytes(text), isGuess);
        }
        else if (utf8[..Encoding.UTF8.GetBytes(text, utf8)] is var known && _table?.Contains(known) != true)
        {
            Add(kind, known.ToArray(), isGuess);
        }
    }

    /// <summary>Remembers each text and each number of a JSON value. A list of single characters is remembered as the text that they make.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="json">The value.</param>
    /// <param name="isWhole">Whether the JSON is complete.</param>
    /// <param name="isGuess">Whether the value only stands where a secret may stand. Then the first <see cref="MostGuesses"/> are remembered.</param>
    /// <param name="withNames">Whether names of members are remembered too, except known names.</param>
    internal void AddLeaves(string kind, ReadOnlySpan<byte> json, bool isWhole = true, bool isGuess = false, bool withNames = false)
    {
        var left = isGuess ? MostGuesses : int.MaxValue;
        StringBuilder? characters = null;
        var reader = new Utf8JsonReader(json, isWhole, new(s_lenient));
        while (left > 0 && reader.Read())
        {
            var text = reader.TokenType switch
            {
                JsonTokenType.String => JsonStrings.Decode(ref reader),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                JsonTokenType.PropertyName when withNames && JsonStrings.Decode(ref reader) is var name && !KnownNames.Contains(name) => name,
                _ => null,
            };
            if (text is { Length: 1 } && reader.TokenType == JsonTokenType.String)
            {
                (characters ??= new()).Append(text);
                continue;
            }

            AddCharacters();
            if (text is not null && !(text is ['[', .., ']'] && IsMark(Encoding.UTF8.GetBytes(text))))
            {
                Add(kind, text, isGuess);
                left--;
            }
        }

        AddCharacters();

        void AddCharacters()
        {
            if (characters is { Length: > 0 })
            {
                Add(kind, characters.ToString(), isGuess);
                characters.Clear();
            }
        }
    }

    /// <summary>Remembers the quoted texts and the numbers of a text that may have been JSON; at most the first <see cref="MostGuesses"/>.</summary>
    internal void AddPieces(string kind, string text)
    {
        foreach (var piece in LooseText.Pieces(text).Where(static piece => piece.Length >= Shortest && !KnownNames.Contains(piece)).Take(MostGuesses))
        {
            Add(kind, piece, isGuess: true);
        }
    }

    /// <summary>Finds the known values in a text; matches may overlap.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="isJson">Whether the text is JSON that still has its escapes, so that some characters can only be escaped.</param>
    /// <param name="found">Receives each place and the value there.</param>
    internal void Find(ReadOnlySpan<byte> text, bool isJson, List<(int Start, KnownValue Value)> found)
    {
        if (_table is not { } table)
        {
            return;
        }

        var covered = 0;
        var effort = ((long)text.Length * EffortPerByte) + LeastEffort;
        for (var at = 0; (at = table.NextPlace(text, at)) >= 0; at++)
        {
            if (table.TryMatch(text, at, covered, isJson, ref effort, out var value) && !IsInMark(text, at))
            {
                found.Add((at, value));
                covered = at + value.Text.Length;
                at = Math.Max(at, covered - KnownTable.Key); // another value may begin near the end of a long one
            }
        }
    }

    /// <summary>Remembers the values of another run that a text contains.</summary>
    internal void AddThoseOf(KnownValues other, string text)
    {
        var found = new List<(int Start, KnownValue Value)>();
        other.Find(Encoding.UTF8.GetBytes(text), isJson: false, found);
        foreach (var (_, value) in found)
        {
            Add(value.Kind, value.Text, isGuess: false);
        }
    }

    private void Add(string kind, byte[] text, bool isGuess)
    {
        if (_table?.Contains(text) == true || SaysNothing(text))
        {
            return;
        }

        lock (_gate)
        {
            if (_table?.Contains(text) == true)
            {
                return;
            }

            if (Count >= maxCount || _bytes + text.Length > MaxBytes || (isGuess && (_guesses >= maxCount / 2 || _guessBytes + text.Length > MaxBytes / 2)))
            {
                Interlocked.Increment(ref _leftOut);
                return;
            }

            var table = _table ?? new(FirstCapacity);
            table = table.IsFull ? table.Doubled() : table;
            if (!table.TryAdd(text, kind))
            {
                Interlocked.Increment(ref _leftOut);
                return;
            }

            _kinds.Add(kind);
            _bytes += text.Length;
            if (isGuess)
            {
                _guesses++;
                _guessBytes += text.Length;
            }

            _table = table;
        }
    }

    /// <summary>Whether a text is a mark that a capture leaves in the place of a value, or is spelled like one.</summary>
    internal static bool IsMark(ReadOnlySpan<byte> text) => text is [(byte)'[', .., (byte)']']
        && (text.StartsWith("[redacted"u8) || text.StartsWith("[not "u8) || text.StartsWith("[unreadable"u8)
            || text.SequenceEqual("[cycle]"u8) || text.SequenceEqual("[depth]"u8) || text.StartsWith("[too large"u8));

    // True for texts that appear in ordinary texts all the time, so that they cannot be withheld.
    private static bool SaysNothing(ReadOnlySpan<byte> text)
    {
        if (text is [.., (byte)']'] && (text.StartsWith("[redacted:"u8) || text.StartsWith("[redacted-key-"u8)))
        {
            return true; // a mark that a model or a tool repeated
        }

        if (text.Length <= 5 && (Ascii.EqualsIgnoreCase(text, "true"u8) || Ascii.EqualsIgnoreCase(text, "false"u8) || Ascii.EqualsIgnoreCase(text, "null"u8)))
        {
            return true;
        }

        for (var rest = text; !rest.IsEmpty;)
        {
            Rune.DecodeFromUtf8(rest, out var rune, out var length);
            if (Rune.IsLetterOrDigit(rune))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    // A known value may be the same word as a kind. Then the mark of that kind stays as it is.
    private bool IsInMark(ReadOnlySpan<byte> text, int at)
    {
        const int Longest = 256;
        var from = Math.Max(0, at - Longest);
        var open = text[from..at].LastIndexOf("[redacted:"u8);
        if (open < 0)
        {
            return false;
        }

        var inside = text[(from + open + "[redacted:".Length)..];
        var close = inside.IndexOf((byte)']');
        if (close < 0 || from + open + "[redacted:".Length + close < at)
        {
            return false;
        }

        var kind = Encoding.UTF8.GetString(inside[..close]);
        lock (_gate)
        {
            return _kinds.Contains(kind);
        }
    }
}
