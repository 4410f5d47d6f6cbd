using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>
/// A run of three files with blobs, blobs in blobs, a chat history and a head, and a sound run beside it, written from the text of docs/record-format.md by no code of the library.
/// </summary>
/// <param name="isEnded">Whether it has a <c>run_end</c>.</param>
/// <param name="hasHead">Whether a head lies beside it.</param>
/// <param name="packed">The numbers of its files that are compressed.</param>
internal sealed class SampleRun(bool isEnded, bool hasHead, params int[] packed)
{
    public const string Id = "m";

    public const string Beside = "q";

    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);

    /// <summary>All lines of the run, without their line feeds.</summary>
    public List<byte[]> Lines { get; } = [];

    /// <summary>The first line of each of its files.</summary>
    public List<int> Starts { get; } = [];

    public bool IsEnded => isEnded;

    public bool HasHead => hasHead;

    public IReadOnlyCollection<string> Blobs => _blobs.Keys;

    public static SampleRun Make(bool isEnded, bool hasHead, params int[] packed)
    {
        var run = new SampleRun(isEnded, hasHead, packed);
        run.Write();
        return run;
    }

    public string NameOf(int file) => (file == 1 ? $"{Id}.jsonl" : string.Create(CultureInfo.InvariantCulture, $"{Id}.{file}.jsonl")) + (packed.Contains(file) ? ".gz" : "");

    public bool IsPacked(int file) => packed.Contains(file);

    /// <summary>The file, from 1, in which a line stands.</summary>
    public int FileOf(int line) => Starts.FindLastIndex(start => start <= line) + 1;

    /// <summary>The lines of a file.</summary>
    public IEnumerable<byte[]> LinesOf(int file) => Lines.Take(file == Starts.Count ? Lines.Count : Starts[file]).Skip(Starts[file - 1]);

    public SampleRun Copy()
    {
        var copy = new SampleRun(isEnded, hasHead, packed);
        copy.Lines.AddRange(Lines);
        copy.Starts.AddRange(Starts);
        foreach (var (name, content) in _blobs)
        {
            copy._blobs[name] = content;
        }

        return copy;
    }

    /// <summary>Gives a line other bytes before its checksum, and the checksum and the links that fit to it and to all lines behind it, as a forger would who knows the format.</summary>
    public void Forge(int line, string beforeCrc)
    {
        Lines[line] = WithCrc(beforeCrc);
        for (var i = line + 1; i < Lines.Count; i++)
        {
            var text = Encoding.UTF8.GetString(Lines[i]);
            var at = text.LastIndexOf(",\"prev\":\"", StringComparison.Ordinal);
            Lines[i] = WithCrc($"{text[..at]},\"prev\":\"{Convert.ToBase64String(SHA256.HashData([0, .. Lines[i - 1]]))}\"");
        }
    }

    public static byte[] WithCrc(string beforeCrc)
    {
        var covered = Encoding.UTF8.GetBytes(beforeCrc);
        return [.. covered, .. Encoding.ASCII.GetBytes($",\"crc\":\"{HandWrittenLog.Crc(covered):x8}\"}}")];
    }

    public RunImage ToImage()
    {
        var image = new RunImage();
        for (var file = 1; file <= Starts.Count; file++)
        {
            var content = HandWrittenLog.Join(LinesOf(file));
            image.Files[NameOf(file)] = packed.Contains(file) ? Pack(content) : content;
        }

        foreach (var (name, content) in _blobs)
        {
            image.Files[$"{Id}.blobs/{name}"] = content;
        }

        if (hasHead)
        {
            image.Files[$"{Id}.head"] = Head();
        }

        image.Files[$"{Beside}.jsonl"] = new HandWrittenLog(Beside).Header().Event("beside").End().ToArray();
        return image;
    }

    public static byte[] Pack(byte[] content)
    {
        using var to = new MemoryStream();
        using (var gzip = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return to.ToArray();
    }

    private void Write()
    {
        var log = new HandWrittenLog(Id).Header("\"agent\":\"surf\",\"task\":\"« surf »\",\"metadata\":{\"k\":\"v\",\"$$x\":\"y\"}");
        log.Event("large", Blob($"\"{new string('x', 700)}\""));
        log.Tool(1, "Find", $"\"input\":{{\"q\":{Blob("[1,2,3]")},\"n\":7}},\"output\":\"é\"");
        log.Tool(2, "Whole", $"\"input\":{Blob($"{{\"a\":{Blob("{\"inner\":true}")},\"b\":1}}")}");
        log.Intent(3, "sub");
        Begin(log, 2);
        var first = Hash($"{{\"add\":[{{\"role\":\"user\",\"text\":\"{new string('u', 90)}\"}},{{\"role\":\"system\"}}]}}");
        var second = Hash($"{{\"prev\":\"sha256:{first}\",\"keep\":1,\"drop\":1,\"put\":[{{\"role\":\"system\",\"text\":\"sum\"}}],\"add\":[{{\"role\":\"assistant\"}}]}}");
        log.Llm(4, $"\"model\":\"m\",\"input_tokens\":5,\"input\":{{\"messages\":{{\"$thread\":\"sha256:{second}\",\"messages\":3}}}},\"output\":\"a\"", parent: 3);
        log.Tool(5, "Pay", "\"input\":{\"card\":\"[redacted:card]\"},\"notes\":[\"n\"]", parent: 3, error: "\"error\":\"no\",\"error_type\":\"System.Exception\",\"redacted\":[{\"at\":\"/input/card\",\"kind\":\"card\"}]");
        log.Agent(3, "sub");
        log.Line("decision", "\"kind\":\"tool\",\"message\":\"go\"");
        Begin(log, 3);
        log.Intent(6, "other");
        log.Line("gap", "\"lost\":0,\"reason\":\"full\"").Event("tick", "{\"i\":1}").Event("tock", "null");
        Lines.AddRange((isEnded ? log.End("\"outcome\":\"completed\",\"answer\":\"Taghazout\",\"steps\":9") : log).Lines);
        Starts.Insert(0, 0);
    }

    private void Begin(HandWrittenLog log, int file)
    {
        Starts.Add(log.Lines.Count);
        log.Header($"\"agent\":\"surf\",\"segment\":{file}");
    }

    private string Blob(string json) =>
        $"{{\"$blob\":\"sha256:{Hash(json)}\",\"bytes\":{Encoding.UTF8.GetByteCount(json)},\"media_type\":\"application/json\",\"preview\":\"p\"}}";

    private string Hash(string json)
    {
        var content = Encoding.UTF8.GetBytes(json);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        _blobs[hash] = content;
        return hash;
    }

    // It knows of all lines.
    private byte[] Head()
    {
        var leaves = Lines.Select(line => SHA256.HashData([0, .. line])).ToArray();
        var sizes = Enumerable.Range(1, Starts.Count).Select(file => HandWrittenLog.Join(LinesOf(file)).Length).ToArray();
        var intents = Lines.Select((line, i) => (Text: Encoding.UTF8.GetString(line), Line: i)).Where(l => l.Text.Contains(HandWrittenLog.Span(6), StringComparison.Ordinal))
            .Select(l => $"[\"{HandWrittenLog.Span(6)}\",{l.Line},{FileOf(l.Line)},{LinesOf(FileOf(l.Line)).Take(l.Line - Starts[FileOf(l.Line) - 1]).Sum(line => line.Length + 1)}]");
        var text = $"{{\"v\":1,\"run_id\":\"{Id}\",\"segment\":{Starts.Count},\"lines\":{Lines.Count},\"bytes\":{sizes[^1]},\"leaf\":\"{Convert.ToBase64String(leaves[^1])}\","
            + $"\"mono_ms\":{(Lines.Count - 1) * 10}.250,\"files\":[{string.Join(',', sizes.Select((size, i) => $"[{i + 1},{size}]"))}],\"intents\":[{string.Join(',', intents)}],"
            + $"\"ended\":{(isEnded ? "true" : "false")},\"totals\":{{\"counts\":[9,3,1,1,2,1,5,0,0,0,0],\"tools\":{{}},\"models\":{{}}}},"
            + $"\"root\":\"{Convert.ToBase64String(Root(leaves))}\",\"frontier\":[{string.Join(',', Frontier(leaves).Select(node => $"\"{Convert.ToBase64String(node)}\""))}]";
        return [.. WithCrc(text), (byte)'\n'];
    }

    // RFC 6962, 2.1, word by word.
    private static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var k = 1 << (int)Math.Floor(Math.Log2(leaves.Length - 1));
        return SHA256.HashData([1, .. Root(leaves[..k]), .. Root(leaves[k..])]);
    }

    private static List<byte[]> Frontier(byte[][] leaves)
    {
        var nodes = new List<byte[]>();
        for (var (bit, at) = (1 << 20, 0); bit > 0; bit >>= 1)
        {
            if ((leaves.Length & bit) != 0)
            {
                nodes.Add(Root(leaves.AsSpan(at, bit)));
                at += bit;
            }
        }

        return nodes;
    }
}
