using System.Buffers;
using System.Text.Json;
using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Benchmarks;

/// <summary>Each piece of our own that reads or writes JSON or looks for tokens, beside what the framework has for it, over the same bytes; beside them what a whole call takes, of which the piece is a part.</summary>
internal static class JsonContests
{
    private const int Calls = 500_000;
    private const int Turns = 11;

    private static readonly JsonBuffer s_buffer = new();
    private static readonly ArrayBufferWriter<byte> s_bytes = new(4096);
    private static readonly ulong[] s_names = new ulong[CanonicalLine.MaxNames];
    private static readonly byte[] s_line = Line();
    private static readonly PatternIndex s_patterns = new(BuiltInShapes.All);
    private static readonly SearchValues<byte> s_firstBytes = SearchValues.Create([.. BuiltInShapes.All.Select(static shape => (byte)shape.Prefix[0]).Distinct()]);
    private static LineField[] s_fields = new LineField[64];

    public static Contest[] All { get; } =
    [
        .. IndexContests.All,
        new("Five arguments of a record, written", Calls, Turns,
            new("Utf8JsonWriter", Writer),
            new("JsonBuffer", Buffer)),
        new("The form of a line, recognised", Calls, Turns,
            new("Utf8JsonReader, with the places of its fields", LineByReader),
            new("the same, and UTF-8, characters and equal names checked", LineByReaderChecked),
            new("CanonicalLine", LineByOurs)),
        new("Tokens looked for in a line that has none", Calls, Turns,
            new("SearchValues of the prefixes' first bytes, then the patterns of each place found", TokensByFirstBytes),
            new("SecretScanner", Tokens)),
    ];

    private static long Tokens(int calls)
    {
        var sum = 0L;
        for (var i = 0; i < calls; i++)
        {
            sum += SecretScanner.BuiltIn.Find(s_line)?.Count ?? 0;
        }

        return sum;
    }

    private static long TokensByFirstBytes(int calls)
    {
        var sum = 0L;
        for (var i = 0; i < calls; i++)
        {
            List<SecretMatch>? matches = null;
            var last = s_line.Length - SecretScanner.Shortest;
            for (var at = 0; at <= last && s_line.AsSpan(at, last + 1 - at).IndexOfAny(s_firstBytes) is >= 0 and var found;)
            {
                at += found;
                at = Math.Max(at + 1, s_patterns.Match(s_line, at, ref matches));
            }

            sum += matches?.Count ?? 0;
        }

        return sum;
    }

    private static long Buffer(int calls)
    {
        var sum = 0L;
        for (var i = 0; i < calls; i++)
        {
            s_buffer.Reset();
            s_buffer.Raw("{\"location\":"u8);
            s_buffer.String("Taghazout");
            s_buffer.NextName("days"u8);
            s_buffer.Number(i);
            s_buffer.NextName("units"u8);
            s_buffer.String("metric \"C\"");
            s_buffer.NextName("height"u8);
            s_buffer.Number(1.5);
            s_buffer.NextName("detail"u8);
            s_buffer.Bool(true);
            s_buffer.Byte((byte)'}');
            sum += s_buffer.Length;
        }

        return sum;
    }

    private static long Writer(int calls)
    {
        var sum = 0L;
        using var writer = new Utf8JsonWriter(s_bytes, LogJson.Compact);
        for (var i = 0; i < calls; i++)
        {
            s_bytes.ResetWrittenCount();
            writer.Reset(s_bytes);
            writer.WriteStartObject();
            writer.WriteString("location"u8, "Taghazout");
            writer.WriteNumber("days"u8, i);
            writer.WriteString("units"u8, "metric \"C\"");
            writer.WriteNumber("height"u8, 1.5);
            writer.WriteBoolean("detail"u8, true);
            writer.WriteEndObject();
            writer.Flush();
            sum += s_bytes.WrittenCount;
        }

        return sum;
    }

    private static long LineByOurs(int calls)
    {
        var sum = 0L;
        for (var i = 0; i < calls; i++)
        {
            sum += CanonicalLine.TryRead(s_line, s_names, ref s_fields, out var count, out _, out _) ? count : throw new InvalidOperationException("The line is not recognised.");
        }

        return sum;
    }

    private static long LineByReader(int calls)
    {
        var sum = 0L;
        for (var i = 0; i < calls; i++)
        {
            sum += Fields(checksNames: false);
        }

        return sum;
    }

    private static long LineByReaderChecked(int calls)
    {
        var sum = 0L;
        for (var i = 0; i < calls; i++)
        {
            sum += RawBytes.Flaw(s_line) is null ? Fields(checksNames: true) : throw new InvalidOperationException("The line has a flaw.");
        }

        return sum;
    }

    private static int Fields(bool checksNames)
    {
        var reader = new Utf8JsonReader(s_line, LogJson.Line);
        var (count, open) = (0, 0);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                open = reader.TokenType == JsonTokenType.EndObject ? 0 : open;
                continue;
            }

            if (checksNames)
            {
                var hash = DuplicateKeys.Hash(reader.ValueSpan);
                if (s_names.AsSpan(0, open).Contains(hash))
                {
                    throw new InvalidOperationException("A name stands there twice.");
                }

                s_names[open++] = hash;
            }

            if (reader.CurrentDepth == 1)
            {
                s_fields[count++] = new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, 0, 0, reader.TokenType, reader.ValueIsEscaped);
            }
        }

        return count;
    }

    private static byte[] Line()
    {
        using var log = StepLog.InMemory(new() { KeepSteps = 0 });
        using (var call = log.ToolCall("Find", JsonText.Parse("""{"location":"Taghazout","days":3,"units":"metric \"C\"","height":1.5,"detail":true}""")))
        {
            call.Complete("Clean lines at Anchor Point from the north-west, 1.5 m, wind light.");
        }

        var lines = log.ToArray();
        var from = lines.AsSpan().IndexOf((byte)'\n') + 1;
        return lines[from..(from + lines.AsSpan(from).IndexOf((byte)'\n'))];
    }
}
