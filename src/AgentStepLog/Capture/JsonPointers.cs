using System.Text.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>
/// Finds the pointers of withheld values from the places where they begin. Looking them up afterwards keeps the path out of
/// every call that withholds nothing.
/// </summary>
internal static class JsonPointers
{
    /// <summary>Writes an entry of <c>redacted</c> for each of the places that lie in this value.</summary>
    /// <param name="entries">Where to; it ends with <c>[</c> or with an entry.</param>
    /// <param name="root">The value's own pointer.</param>
    /// <param name="json">The value.</param>
    /// <param name="withheld">Offsets in the captured buffer, ascending.</param>
    /// <param name="offset">Where the value begins in it.</param>
    internal static void Write(
        JsonBuffer entries, string root, ReadOnlySpan<byte> json, List<(int Offset, string Kind)> withheld, int offset)
    {
        if (json.IsEmpty)
        {
            return;
        }

        var next = withheld.FindIndex(w => w.Offset >= offset);
        var path = new List<string> { root };
        var indexes = new Stack<int>();
        var reader = new Utf8JsonReader(json, LogJson.Line);
        while (next >= 0 && next < withheld.Count && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path[^1] = Escape(JsonStrings.Decode(ref reader));
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.RemoveAt(path.Count - 1);
                    indexes.Pop();
                    continue;
            }

            if (indexes.TryPeek(out var index) && index >= 0)
            {
                indexes.Pop();
                indexes.Push(index + 1);
                path[^1] = "/" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                path.Add("");
                indexes.Push(reader.TokenType == JsonTokenType.StartArray ? 0 : -1);
            }
            else if (reader.TokenStartIndex + offset == withheld[next].Offset)
            {
                Entry(entries, string.Concat(path), withheld[next++].Kind);
            }
        }
    }

    private static void Entry(JsonBuffer entries, string pointer, string kind)
    {
        if (entries.Written[^1] != (byte)'[')
        {
            entries.Byte((byte)',');
        }

        entries.Raw("{\"at\":"u8);
        entries.String(pointer);
        entries.Raw(",\"kind\":"u8);
        entries.String(kind);
        entries.Byte((byte)'}');
    }

    private static string Escape(string key) =>
        "/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
