using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// The places of all values of a JSON text. The text is the line, or the JSON in one of its strings. A place in such a string is mapped back to the line through the
/// layers of escapes that were removed.
/// </summary>
internal sealed class JsonTree
{
    private readonly List<JsonPlace> _places = [];
    private readonly ReadOnlyMemory<byte> _text;
    private readonly JsonTree? _outer;
    private readonly Unescaped? _layer;
    private readonly int _start;

    private JsonTree(ReadOnlyMemory<byte> text, JsonTree? outer, Unescaped? layer, int start)
    {
        (_text, _outer, _layer, _start) = (text, outer, layer, start);
        Depth = outer is null ? 0 : outer.Depth + 1;
    }

    /// <summary>How many layers of escapes surround the text: 0 for the line itself.</summary>
    internal int Depth { get; }

    internal JsonPlace this[int place] => _places[place];

    /// <param name="json">Valid JSON.</param>
    internal static JsonTree Of(ReadOnlyMemory<byte> json)
    {
        var tree = new JsonTree(json, null, null, 0);
        tree.Read();
        return tree;
    }

    /// <summary>The tree of the JSON object or array in a string; null if the string contains neither.</summary>
    internal JsonTree? Within(int place)
    {
        var (start, end) = (_places[place].Start + 1, _places[place].End - 1);
        var layer = new Unescaped();
        layer.Read(_text.Span[start..end]);
        var text = layer.Text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] is not ((byte)'{' or (byte)'[') || Depth >= KnownSearch.MaxLayers)
        {
            return null;
        }

        var tree = new JsonTree(layer.Memory, this, layer, start);
        try
        {
            tree.Read();
            return tree;
        }
        catch (JsonException)
        {
            return null; // the text only begins like JSON
        }
    }

    internal ReadOnlySpan<byte> Raw(int place) => _text.Span[_places[place].Start.._places[place].End];

    /// <summary>The text of a string, a number or a word such as <c>true</c>.</summary>
    internal string Text(int place) => Decoded(_places[place].Kind, _places[place].Start, _places[place].End);

    internal string Name(int place) => Decoded(JsonTokenType.String, _places[place].NameStart - 1, _places[place].NameEnd + 1);

    /// <summary>Maps a place of this text to its place in the line.</summary>
    internal int InLine(int at)
    {
        var tree = this;
        while (tree._outer is { } outer)
        {
            at = tree._layer!.SourceOf(at) + tree._start;
            tree = outer;
        }

        return at;
    }

    /// <summary>The items of an array or the member values of an object.</summary>
    internal IEnumerable<int> Children(int place)
    {
        for (var child = place + 1; child < _places[place].Next; child = _places[child].Next)
        {
            yield return child;
        }
    }

    private string Decoded(JsonTokenType kind, int start, int end)
    {
        var reader = new Utf8JsonReader(_text.Span[start..end]);
        reader.Read();
        return kind == JsonTokenType.String ? JsonStrings.Decode(ref reader) : System.Text.Encoding.UTF8.GetString(_text.Span[start..end]);
    }

    private void Read()
    {
        var reader = new Utf8JsonReader(_text.Span, LogJson.Line);
        var open = new Stack<int>();
        var (nameStart, nameEnd) = (0, 0);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    nameStart = (int)reader.TokenStartIndex + 1;
                    nameEnd = nameStart + reader.ValueSpan.Length;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    var begun = open.Pop();
                    _places[begun] = _places[begun] with { End = (int)reader.BytesConsumed, Next = _places.Count };
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push(_places.Count);
                    break;
            }

            _places.Add(new(reader.TokenType, (int)reader.TokenStartIndex, (int)reader.BytesConsumed, nameStart, nameEnd, _places.Count + 1));
            (nameStart, nameEnd) = (0, 0);
        }
    }
}
