using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// Where each value of a JSON text stands. The text is the line's own, or what a string of it holds: then a place in it is brought back to the line through
/// the layers of escapes that were taken off.
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

    /// <summary>How many layers of escapes stand around it: 0 for the line itself.</summary>
    internal int Depth { get; }

    internal JsonPlace this[int place] => _places[place];

    /// <param name="json">Valid JSON.</param>
    internal static JsonTree Of(ReadOnlyMemory<byte> json)
    {
        var tree = new JsonTree(json, null, null, 0);
        tree.Read();
        return tree;
    }

    /// <summary>What a string holds, if that is the JSON of an object or an array.</summary>
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
            return null; // it only looks like one
        }
    }

    internal ReadOnlySpan<byte> Raw(int place) => _text.Span[_places[place].Start.._places[place].End];

    /// <summary>The text of a string, of a number or of a word such as true.</summary>
    internal string Text(int place) => Decoded(_places[place].Kind, _places[place].Start, _places[place].End);

    internal string Name(int place) => Decoded(JsonTokenType.String, _places[place].NameStart - 1, _places[place].NameEnd + 1);

    /// <summary>Where a place of this text is in the line.</summary>
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

    /// <summary>The values of an object or an array.</summary>
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
