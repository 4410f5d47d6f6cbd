using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>Changes one thing of a sample run: a byte, a value, an escape or a file. What must be said of it follows from what was changed, by the format's text, and from nothing that the library found.</summary>
internal sealed partial class Mutator(int seed)
{
    private static readonly SampleRun[] s_samples =
    [
        SampleRun.Make(isEnded: true, hasHead: false),
        SampleRun.Make(isEnded: true, hasHead: true),
        SampleRun.Make(isEnded: false, hasHead: false),
        SampleRun.Make(isEnded: false, hasHead: true),
        SampleRun.Make(isEnded: true, hasHead: false, 1, 2),
        SampleRun.Make(isEnded: true, hasHead: true, 2),
        SampleRun.Make(isEnded: true, hasHead: false, 1, 2, 3),
        SampleRun.Make(isEnded: false, hasHead: false, 1),
    ];

    private readonly Random _random = new(seed);
    private readonly SampleRun _run = s_samples[seed % s_samples.Length].Copy();

    public static IReadOnlyList<SampleRun> Samples => s_samples;

    /// <summary>
    /// What AGENTSTEPLOG_FUZZ asks for: <c>n</c> is n mutants from a seed taken from the clock, <c>n@seed</c> is n mutants from that seed. Each mutant's seed is one more than the last one's.
    /// </summary>
    /// <param name="few">How many mutants to make, from seed 0, where the variable is not set.</param>
    public static (int Rounds, int Seed) Asked(int few)
    {
        if (Environment.GetEnvironmentVariable("AGENTSTEPLOG_FUZZ") is not { } asked)
        {
            return (few, 0);
        }

        var parts = asked.Split('@');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : Environment.TickCount & 0xFFFFFFF);
    }

    public Mutant Next() => _random.Next(10) switch
    {
        < 3 => ChangedByte(),
        < 5 => ChangedValue(),
        < 7 => ChangedEscape(),
        _ => ChangedFile(),
    };

    private string First => _run.NameOf(1);

    private T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    // -- a byte ----------------------------------------------------------------------------------------------------

    private Mutant ChangedByte()
    {
        var image = _run.ToImage();
        var name = One(image.Files.Keys.Where(file => !file.StartsWith(SampleRun.Beside, StringComparison.Ordinal)).ToList());
        if (_random.Next(2) == 0)
        {
            name = _run.NameOf(1 + _random.Next(_run.Starts.Count));
        }

        var content = image.Files[name].ToArray();
        var at = _random.Next(content.Length);
        var before = content[at];
        content[at] = _random.Next(4) switch
        {
            0 => (byte)(before ^ (1 << _random.Next(8))),
            1 => (byte)_random.Next(256),
            2 => One("\0\n\r \"\\{}[],:$"u8.ToArray()),
            _ => (byte)(before + 1),
        };
        if (content[at] == before)
        {
            content[at] ^= 1;
        }

        image.Files[name] = content;
        return new Mutant($"byte {at} of {name}: {before:x2} to {content[at]:x2}", image, First, OfByte(name, at, before, content), name.EndsWith(".head", StringComparison.Ordinal) ? Verdict.Torn : Verdict.Tampered,
            MayBeRefused: name == First && at < 40);
    }

    private Verdict OfByte(string name, int at, byte before, byte[] content)
    {
        if (name.EndsWith(".head", StringComparison.Ordinal))
        {
            return Verdict.SelfConsistent; // a note, which may be garbage
        }

        if (name.Contains(".blobs/", StringComparison.Ordinal))
        {
            return Verdict.BlobAltered;
        }

        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            return UnpacksAlike(content, [.. content[..at], before, .. content[(at + 1)..]]) ? Verdict.SelfConsistent : OfPackedByte(at, before, content);
        }

        // In the last line, and in the line feed before it, damage may be a crash's; zeros at a line's beginning may be a power failure's.
        var isLastFile = name == _run.NameOf(_run.Starts.Count);
        var isLastLine = isLastFile && at >= content.AsSpan(0, content.Length - 1).LastIndexOf((byte)'\n') && at >= content.Length - _run.Lines[^1].Length - 2;
        var isZeroFirst = content[at] == 0 && (at == 0 || content[at - 1] == '\n');
        return isLastLine || isZeroFirst ? Verdict.Torn : Verdict.Tampered;
    }

    // Some bits mean nothing: those that fill up the last byte of what is packed (RFC 1951).
    private static bool UnpacksAlike(byte[] changed, byte[] sound)
    {
        try
        {
            return Unpacked(changed).AsSpan().SequenceEqual(Unpacked(sound)) && changed.AsSpan(^8..).SequenceEqual(sound.AsSpan(^8..));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    // RFC 1952: two bytes of magic, method, flags, four of time, two that say how and where it was packed; eight at the end.
    private static Verdict OfPackedByte(int at, byte before, byte[] content) => at switch
    {
        < 3 => Verdict.Tampered,
        3 => (before ^ content[at]) is 1 ? Verdict.SelfConsistent : Verdict.Torn, // a flag that says that it is text means nothing
        < 10 => Verdict.SelfConsistent, // time and system mean nothing
        _ when at >= content.Length - 8 => Verdict.Tampered,
        _ => Verdict.Torn, // it may end too soon, or hold other lines
    };

    // -- a value ---------------------------------------------------------------------------------------------------

    private static readonly string[] s_values = ["null", "true", "7", "-1", "1.5", "1e3", "\"\"", "\"x\"", "[]", "{}", "[1]", "{\"a\":1}", "-0.000", "\"402\"", "9.0", "1e400", "99999999999999999999"];

    // Fields that hold what the user has.
    private static readonly string[] s_usersOwn = ["input", "output", "data", "answer", "facts", "plan", "raw", "response", "parameters"];

    // With the checksum and all links mended: what is left is what the format says of shapes.
    private Mutant ChangedValue()
    {
        var line = _random.Next(_run.Lines.Count);
        var bytes = _run.Lines[line];
        var place = One(JsonPlace.Of(bytes).Where(p => p.Kind != JsonTokenType.PropertyName && p.Path != "/crc" && p.Path != "/prev").ToList());
        var old = Encoding.UTF8.GetString(bytes, place.Start, place.End - place.Start);
        var value = One(s_values.Where(v => v != old).ToList());
        var text = Encoding.UTF8.GetString(bytes, 0, place.Start) + value + Encoding.UTF8.GetString(bytes, place.End, bytes.Length - 18 - place.End);
        _run.Forge(line, text);
        var type = TypeOf(bytes);
        return new($"line {line} ({type}), {place.Path}: {old} to {value}", _run.ToImage(), First, OfValue(place, type, line, old, value), HarshestOfValue(place, type, line, value), MayBeRefused: line == 0,
            IsHidden: place.Path == "/step" && _run.Starts.Contains(line)); // what stands at or behind a next file's first step is passed over, and the verifier says that it does not follow
    }

    private static string TypeOf(byte[] line) => JsonDocument.Parse(line).RootElement.GetProperty("type").GetString()!;

    private Verdict OfValue(JsonPlace place, string type, int line, string old, string value)
    {
        var inReference = JsonPlace.Of(_run.Lines[line]).Exists(p => p.Kind == JsonTokenType.PropertyName && p.Name is "$blob" or "$thread"
            && p.Path[..p.Path.LastIndexOf('/')] == place.Path[..place.Path.LastIndexOf('/')]);
        return place.Name switch
        {
            "$blob" or "$thread" => Verdict.Tampered,
            "bytes" or "messages" when inReference => value == "7" ? Verdict.BlobAltered : Verdict.Tampered,
            _ when !place.IsTopLevel => place.Field == "redacted" ? OfWithheld(place, value) : Verdict.SelfConsistent,
            "type" => value.StartsWith('"') && line > 0 ? Verdict.SelfConsistent : Verdict.Tampered,
            "v" or "run_id" or "step" or "ts" or "mono_ms" or "span_id" or "parent_id" or "duration_ms" or "redacted" or "outcome" or "segment" => Verdict.Tampered,
            "error" when type is "tool_call" or "llm_call" or "agent_call" => value is "null" || value.StartsWith('"') ? Verdict.SelfConsistent : Verdict.Tampered,
            _ => value == "null" && !s_usersOwn.Contains(place.Name) ? Verdict.Tampered : Verdict.SelfConsistent,
        };
    }

    private static Verdict OfWithheld(JsonPlace place, string value) => place.Name switch
    {
        "at" => Verdict.Tampered, // none of the values is a pointer
        "kind" => value.StartsWith('"') ? Verdict.SelfConsistent : Verdict.Tampered,
        _ => Verdict.Tampered, // an entry that is no object
    };

    // What the format lets a user's value be is no damage. A head that knows the line's other hash proves nothing.
    private static Verdict HarshestOfValue(JsonPlace place, string type, int line, string value) =>
        place.IsTopLevel && s_usersOwn.Contains(place.Name) && type is not "decision" && line > 0 ? Verdict.SelfConsistent : Verdict.Tampered;

    // -- an escape -------------------------------------------------------------------------------------------------

    private Mutant ChangedEscape()
    {
        var line = _random.Next(_run.Lines.Count);
        var bytes = _run.Lines[line];
        var places = JsonPlace.Of(bytes).Where(p => p.Kind is JsonTokenType.PropertyName or JsonTokenType.String && p.Name != "crc" && p.End - p.Start > 2).ToList();
        return _random.Next(4) switch
        {
            0 => BrokenEscape(line, bytes, One(places)),
            1 when places.Exists(p => p.Name == "$blob") => EscapedReference(line, bytes, places),
            _ => Escaped(line, bytes, One(places)),
        };
    }

    // A string means the same however it is escaped.
    private Mutant Escaped(int line, byte[] bytes, JsonPlace place)
    {
        var text = Rewritten(bytes, [place], All);
        _run.Forge(line, text);
        return new($"line {line}, {place.Path}: escaped", _run.ToImage(), First, Verdict.SelfConsistent, Verdict.SelfConsistent);
    }

    private Mutant EscapedReference(int line, byte[] bytes, List<JsonPlace> places)
    {
        var name = places.First(p => p.Name == "$blob" && p.Kind == JsonTokenType.PropertyName);
        var value = places.First(p => p.Path == name.Path && p.Kind == JsonTokenType.String);
        var hash = Encoding.UTF8.GetString(bytes, value.Start + 8, 64);
        _run.Forge(line, Rewritten(bytes, [name, value], All));
        var image = _run.ToImage();
        var isGone = _random.Next(2) == 0;
        if (isGone)
        {
            image.Files.Remove($"{SampleRun.Id}.blobs/{hash}");
        }
        else
        {
            image.Files[$"{SampleRun.Id}.blobs/{hash}"] = [.. image.Files[$"{SampleRun.Id}.blobs/{hash}"][..^1], (byte)' '];
        }

        var verdict = isGone ? Verdict.BlobMissing : Verdict.BlobAltered;
        return new($"line {line}, {name.Path}: escaped, and its blob {(isGone ? "gone" : "altered")}", image, First, verdict, verdict);
    }

    private Mutant BrokenEscape(int line, byte[] bytes, JsonPlace place)
    {
        var broken = One(["\\u12", "\\x", "\\", "\\ud800", "\\udc00x", "\\ud800\\u0041", "\\u00G0"]);
        _run.Forge(line, Rewritten(bytes, [place], text => $"{broken}x{text}")); // no x can be the rest of an escape
        return new($"line {line}, {place.Path}: {broken}", _run.ToImage(), First, Verdict.Tampered, MayBeRefused: line == 0);
    }

    private static string All(string text) => string.Concat(text.Select(c => $"\\u{(int)c:x4}"));

    private static string Rewritten(byte[] bytes, IEnumerable<JsonPlace> places, Func<string, string> rewrite)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var place in places.OrderBy(p => p.Start))
        {
            text.Append(Encoding.UTF8.GetString(bytes, at, place.Start + 1 - at)).Append(rewrite(JsonDocument.Parse(bytes.AsMemory(place.Start, place.End - place.Start)).RootElement.GetString()!)).Append('"');
            at = place.End;
        }

        return text.Append(Encoding.UTF8.GetString(bytes, at, bytes.Length - 18 - at)).ToString();
    }
}
