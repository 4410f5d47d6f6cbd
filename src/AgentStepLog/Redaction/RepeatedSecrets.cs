using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.Redacting;

/// <summary>
/// Finds the values of a call's sensitive arguments where its error or its notes repeat them. Made only when there is such a text: what a value's text
/// is costs nothing before.
/// </summary>
internal sealed class RepeatedSecrets
{
    /// <summary>Characters: what is shorter stands within too many ordinary words.</summary>
    internal const int Shortest = 4;

    // By their first four bytes, since every one has as many: as they are in plain UTF-8, and as they are within a JSON string.
    private readonly Dictionary<uint, List<(byte[] Text, string Kind)>> _plain = [];
    private readonly Dictionary<uint, List<(byte[] Text, string Kind)>> _inJson = [];

    private RepeatedSecrets(IEnumerable<SecretValue> values)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var json = new JsonBuffer();
        foreach (var (kind, value) in values)
        {
            if ((value as string ?? TextOf(value)) is not { Length: >= Shortest } text || !known.Add(text))
            {
                continue;
            }

            Add(_plain, Encoding.UTF8.GetBytes(text), kind);
            json.Reset();
            json.Text(text);
            Add(_inJson, json.Slice(0, json.Length).ToArray(), kind);
        }
    }

    /// <returns>Null if there is nothing to look for.</returns>
    internal static RepeatedSecrets? Of(IEnumerable<SecretValue> values) => new RepeatedSecrets(values) is { _plain.Count: > 0 } secrets ? secrets : null;

    /// <summary>Finds those in a plain text; some may overlap.</summary>
    internal void Find(ReadOnlySpan<byte> text, ref List<TokenMatch>? matches)
    {
        for (var at = 0; at <= text.Length - Shortest; at++)
        {
            Ask(_plain, text, at, 0, ref matches);
        }
    }

    /// <summary>Finds those within the strings of a JSON text; some may overlap.</summary>
    /// <param name="json">The text.</param>
    /// <param name="start">What to add to each place.</param>
    /// <param name="matches">Takes them.</param>
    internal void FindInJson(ReadOnlySpan<byte> json, int start, ref List<TokenMatch>? matches)
    {
        var isText = false;
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == (byte)'"')
            {
                isText = !isText;
                continue;
            }

            if (isText)
            {
                Ask(_inJson, json, at, start, ref matches);
            }

            if (json[at] == (byte)'\\')
            {
                at += json[at + 1] == (byte)'u' ? 5 : 1; // a value begins with an escape or after it, never in its middle
            }
        }
    }

    private static void Ask(Dictionary<uint, List<(byte[] Text, string Kind)>> known, ReadOnlySpan<byte> text, int at, int start, ref List<TokenMatch>? matches)
    {
        if (at > text.Length - Shortest || !known.TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(text[at..]), out var begun))
        {
            return;
        }

        (byte[] Text, string Kind)? longest = null;
        foreach (var secret in begun)
        {
            if (secret.Text.Length > (longest?.Text.Length ?? 0) && text[at..].StartsWith(secret.Text))
            {
                longest = secret;
            }
        }

        if (longest is { } found)
        {
            (matches ??= []).Add(new(start + at, start + at + found.Text.Length, found.Kind));
        }
    }

    private static void Add(Dictionary<uint, List<(byte[] Text, string Kind)>> known, byte[] text, string kind)
    {
        var beginning = BinaryPrimitives.ReadUInt32LittleEndian(text);
        if (!known.TryGetValue(beginning, out var begun))
        {
            known.Add(beginning, begun = []);
        }

        begun.Add((text, kind));
    }

    // As a line would have held it.
    private static string? TextOf(object value)
    {
        var writer = new CaptureWriter();
        writer.Any(value);
        var reader = new Utf8JsonReader(writer.Slice(0), LogJson.Line);
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => JsonStrings.Decode(ref reader),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
    }
}
