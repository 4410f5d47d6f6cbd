using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AgentStepLog.Tests.Support;

/// <summary>
/// Writes logs from the text of docs/record-format.md alone, with its own checksum and no code of the library: what reader and
/// verifier accept is the format, and not just what our writer happens to write.
/// </summary>
internal sealed class HandWrittenLog(string runId = "run-1")
{
    private readonly List<byte[]> _lines = [];
    private string _prev = Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)(i * 7)).ToArray());

    public string RunId => runId;

    public IReadOnlyList<byte[]> Lines => _lines;

    public static string Span(int n) => n.ToString("x16", CultureInfo.InvariantCulture);

    public HandWrittenLog Header(string fields = "\"agent\":\"surf\"") => Line("run_start", fields);

    public HandWrittenLog Tool(int span, string tool, string rest, double ms = 12, int parent = 0, string error = "\"error\":null") =>
        Line("tool_call", Call(span, ms, parent) + $"\"route\":\"direct\",\"method\":\"Surf.Tools.{tool}\",\"tool\":\"{tool}\"{Comma(rest)},{error}");

    public HandWrittenLog Llm(int span, string rest, double ms = 100, int parent = 0, string error = "\"error\":null") =>
        Line("llm_call", Call(span, ms, parent) + $"\"route\":\"direct\"{Comma(rest)},{error}");

    public HandWrittenLog Agent(int span, string agent, double ms = 500, int parent = 0) =>
        Line("agent_call", Call(span, ms, parent) + $"\"route\":\"direct\",\"agent\":\"{agent}\",\"error\":null");

    public HandWrittenLog Intent(int span, string agent, int parent = 0) =>
        Line("intent", $"\"span_id\":\"{Span(span)}\",{Parent(parent)}\"agent\":\"{agent}\",\"input\":{{\"q\":1}}");

    public HandWrittenLog Event(string name, string data = "{}") => Line("event", $"\"name\":\"{name}\",\"data\":{data}");

    public HandWrittenLog End(string fields = "\"outcome\":\"completed\"") => Line("run_end", fields);

    /// <summary>A line with these fields between <c>mono_ms</c> and <c>prev</c>.</summary>
    public HandWrittenLog Line(string type, string fields)
    {
        var n = _lines.Count;
        return Raw($"{{\"v\":1,\"run_id\":\"{runId}\",\"step\":{n},\"type\":\"{type}\",\"ts\":{1795251600 + n}.000001,\"mono_ms\":{n * 10}.250{Comma(fields)},\"prev\":\"{_prev}\"");
    }

    /// <summary>A line whose all is given, up to its checksum.</summary>
    public HandWrittenLog Raw(string beforeCrc)
    {
        var covered = Encoding.UTF8.GetBytes(beforeCrc);
        return Bytes([.. covered, .. Encoding.ASCII.GetBytes($",\"crc\":\"{Crc(covered):x8}\"}}")]);
    }

    /// <summary>A line as it is, good or bad; the next one continues it.</summary>
    public HandWrittenLog Bytes(byte[] line)
    {
        _lines.Add(line);
        _prev = Convert.ToBase64String(SHA256.HashData([0, .. line]));
        return this;
    }

    public string Prev => _prev;

    public byte[] ToArray() => Join(_lines);

    public static byte[] Join(IEnumerable<byte[]> lines) => [.. lines.SelectMany(line => line.Append((byte)'\n'))];

    /// <summary>A run of 36 lines with every kind of line that the format names for this version.</summary>
    public static HandWrittenLog Trip()
    {
        var log = new HandWrittenLog("trip-1").Header("\"agent\":\"surf\",\"agent_version\":\"2.0\",\"task\":\"Where to surf? 🏄 «now»\",\"host\":\"h\",\"pid\":7,\"metadata\":{\"k\":\"v\",\"$$x\":\"y\"}");
        log.Event("started", "{\"n\":1}");
        for (var i = 1; i <= 10; i++)
        {
            log.Llm(100 + i, $"\"model\":\"m-{i % 2}\",\"provider\":\"p\",\"input_tokens\":{10 * i},\"output_tokens\":{i},\"cached_tokens\":1,\"reasoning_tokens\":2,\"stop_reason\":\"stop\"", ms: 100 * i);
            log.Tool(200 + i, i % 3 == 0 ? "Tide" : "Weather", $"\"input\":{{\"location\":\"Taghazout {i}\",\"at\":\"2026-11-21T09:00:00Z\"}},\"output\":\"{i} °C\",\"notes\":[\"cached\"]", ms: i, parent: 100 + i,
                error: i == 7 ? "\"error\":\"no such place\",\"error_type\":\"System.ArgumentException\",\"error_frames\":[\"at Surf.Tools.Weather()\"]" : "\"error\":null");
        }

        log.Intent(300, "search").Tool(301, "Find", "\"input\":{\"q\":\"reef\"},\"output\":[1,2,3]", parent: 300).Agent(300, "search");
        log.Line("decision", "\"kind\":\"tool\",\"message\":\"go\"").Line("gap", "\"lost\":2,\"from_ts\":1795251600.000001,\"to_ts\":1795251601.000001,\"reason\":\"disk full\"");
        log.Line("tool_call", $"\"duration_ms\":0.005,\"span_id\":\"{Span(400)}\",\"route\":\"table\",\"method\":\"Surf.Tools.Book\",\"tool\":\"Book\",\"call_id\":\"c1\",\"input\":{{\"card\":\"[redacted:card]\"}},\"error\":\"Canceled.\",\"canceled\":true,\"redacted\":[{{\"at\":\"/input/card\",\"kind\":\"card\"}}]");
        for (var i = 0; i < 7; i++)
        {
            log.Event("tick", $"{{\"i\":{i}}}");
        }

        return log.End("\"outcome\":\"completed\",\"answer\":\"Taghazout\"");
    }

    private static string Call(int span, double ms, int parent) =>
        string.Create(CultureInfo.InvariantCulture, $"\"duration_ms\":{ms:0.000},\"span_id\":\"{Span(span)}\",{Parent(parent)}");

    private static string Parent(int parent) => parent == 0 ? "" : $"\"parent_id\":\"{Span(parent)}\",";

    private static string Comma(string fields) => fields.Length == 0 ? "" : "," + fields;

    // CRC-32C bit by bit: reflected polynomial 0x82F63B78, all ones in and out.
    internal static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return ~crc;
    }
}
