using System.Text;
using System.Text.Json;

namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>Where a value, or a name, stands in a line.</summary>
/// <param name="Path">Its names and indexes, as <c>/input/q/$blob</c>.</param>
/// <param name="Start">Its first byte, a quote included.</param>
/// <param name="End">Behind its last byte.</param>
/// <param name="Kind">Its first token.</param>
internal readonly record struct JsonPlace(string Path, int Start, int End, JsonTokenType Kind)
{
    /// <summary>The top-level field that it is, or that holds it.</summary>
    public string Field => Path.Split('/')[1];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsTopLevel => Path.LastIndexOf('/') == 0;

    /// <summary>All values and names of an object, in their order.</summary>
    public static List<JsonPlace> Of(byte[] json)
    {
        var places = new List<JsonPlace>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Walk(ref reader, "", places);
        return places;
    }

    private static void Walk(ref Utf8JsonReader reader, string path, List<JsonPlace> places)
    {
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        for (var i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); i++)
        {
            var name = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (isObject)
            {
                name = reader.GetString()!;
                places.Add(new($"{path}/{name}", (int)reader.TokenStartIndex, (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2, JsonTokenType.PropertyName));
                reader.Read();
            }

            var (start, kind, at) = ((int)reader.TokenStartIndex, reader.TokenType, places.Count);
            if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                Walk(ref reader, $"{path}/{name}", places);
            }

            places.Insert(at, new($"{path}/{name}", start, (int)reader.BytesConsumed, kind));
        }
    }
}
