using System.Text;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// The values that a run has withheld, so that they are withheld wherever they come again. In memory only, and capped. Safe for many threads: a search
/// takes a lock only where a value stands within what looks like a mark.
/// </summary>
internal sealed class KnownValues(int maxCount)
{
    /// <summary>Characters: what is shorter stands within too many ordinary texts.</summary>
    internal const int Shortest = 4;

    /// <summary>How many values a run keeps unless its options say otherwise.</summary>
    internal const int DefaultCount = 16_384;

    /// <summary>Bytes of UTF-8 that the values of a run take together at most.</summary>
    internal const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>How many values are learnt of one text whose values are guesses: what a model sends that fits no tool is as long as the model likes.</summary>
    internal const int MostGuesses = 64;

    private const int FirstCapacity = 64;

    // A JsonElement of the user's may have been read so.
    private static readonly JsonReaderOptions s_lenient = LogJson.Line with { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // Bytes that a search compares in vain at most, for each byte of a text and beside that.
    private const int EffortPerByte = 16;
    private const int LeastEffort = 1 << 20;

    private readonly object _gate = new();
    private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);
    private volatile KnownTable? _table;
    private long _bytes;
    private int _guesses;
    private long _guessBytes;
    private long _leftOut;

    /// <summary>Whether nothing was withheld yet: then no line is looked at.</summary>
    internal bool IsEmpty => _table is null;

    internal int Count => _table?.Count ?? 0;

    /// <summary>Values that found no room: since then the set is full.</summary>
    internal long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>Learns a text, unless it is one that says nothing.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="text">The text.</param>
    /// <param name="isGuess">
    /// Whether nothing marks it: its shape told it, or it stands where a secret may. Such values take half of the room at most. A run may meet any number of them, and a
    /// model can make them up.
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

        // The same value comes again and again: nothing is allocated for one that is known.
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

    /// <summary>Learns each text and number of a JSON value, and a list of single characters as the text that they make.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="json">The value.</param>
    /// <param name="isWhole">Whether all of it is there.</param>
    /// <param name="isGuess">Whether it stands where a secret may: then it learns the first <see cref="MostGuesses"/>.</param>
    /// <param name="withNames">Whether names of members are values as well, but for those that are known as names.</param>
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

    /// <summary>Learns what a text that may once have been JSON holds: what stands in quotes, and numbers; the first <see cref="MostGuesses"/>.</summary>
    internal void AddPieces(string kind, string text)
    {
        foreach (var piece in LooseText.Pieces(text).Where(static piece => piece.Length >= Shortest && !KnownNames.Contains(piece)).Take(MostGuesses))
        {
            Add(kind, piece, isGuess: true);
        }
    }

    /// <summary>Finds the values in a text; some may overlap.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="isJson">Whether it is JSON as it stands, in which some characters can only be escaped.</param>
    /// <param name="found">Takes each place and the value there.</param>
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
                at = Math.Max(at, covered - KnownTable.Key); // another one may begin near the end of a long one
            }
        }
    }

    /// <summary>Learns those of another run that stand in a text.</summary>
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

    // What stands in ordinary texts all the time.
    private static bool SaysNothing(ReadOnlySpan<byte> text)
    {
        if (text is [.., (byte)']'] && (text.StartsWith("[redacted:"u8) || text.StartsWith("[redacted-key-"u8)))
        {
            return true; // a mark that came back
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

    // A value may be the name of a kind: the mark that stands in its place stays.
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
