using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AgentStepLog.Tests.Writing;

/// <summary>A log's lines, read by nothing but the framework, so that writer and reader cannot share an error.</summary>
internal static class LogLines
{
    public static List<JsonElement> Read(StepLog log) => Read(log.ToArray());

    public static List<JsonElement> Read(byte[] log)
    {
        Assert.True(log.Length == 0 || log[^1] == '\n', "A log ends with a whole line.");
        return [.. Split(log).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public static List<byte[]> Split(byte[] log)
    {
        var lines = new List<byte[]>();
        var rest = log.AsSpan();
        while (rest.IndexOf((byte)'\n') is >= 0 and var end)
        {
            lines.Add(rest[..end].ToArray());
            rest = rest[(end + 1)..];
        }

        return lines;
    }

    /// <summary>The steps of one type, in order.</summary>
    public static List<JsonElement> OfType(StepLog log, string type) => [.. Read(log).Where(line => Type(line) == type)];

    public static JsonElement Single(StepLog log, string type) => Assert.Single(OfType(log, type));

    public static string Type(JsonElement line) => line.GetProperty("type").GetString()!;

    public static string? Text(JsonElement line, string property) =>
        line.TryGetProperty(property, out var value) ? value.GetString() : null;

    public static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];

    /// <summary>Dense numbers, unbroken chain, right checksums, no line too long.</summary>
    public static void AssertSound(byte[] log)
    {
        byte[]? leaf = null;
        var number = 0;
        var elapsed = -1d;
        foreach (var bytes in Split(log))
        {
            Assert.True(bytes.Length <= 65_535, $"Line {number} has {bytes.Length} bytes.");
            var line = JsonDocument.Parse(bytes).RootElement;
            Assert.Equal(number++, line.GetProperty("step").GetInt64());
            var prev = Convert.FromBase64String(line.GetProperty("prev").GetString()!);
            Assert.Equal(32, prev.Length);
            if (leaf is not null)
            {
                Assert.Equal(leaf, prev);
            }

            leaf = SHA256.HashData([0, .. bytes]);
            Assert.EndsWith($",\"crc\":\"{Crc(bytes.AsSpan()[..^18]):x8}\"}}", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            Assert.True(line.GetProperty("mono_ms").GetDouble() >= elapsed);
            elapsed = line.GetProperty("mono_ms").GetDouble();
        }
    }

    // The textbook's bit by bit, for the writer's is the processor's.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0x82F63B78u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
