using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>
/// A value within an indexed text. Its members are like those of <see cref="JsonElement"/>, and it takes memory only for the values that are decoded.
/// <c>default</c> stands for no value.
/// </summary>
internal readonly partial struct JsonPart
{
    private readonly JsonIndex _index;
    private readonly int _token;

    public JsonPart(JsonIndex index, int token) => (_index, _token, ValueKind) = (index, token, index[token].Kind);

    public JsonValueKind ValueKind { get; }

    /// <summary>How many items or members the value has.</summary>
    public int Count => Token.Count;

    /// <summary>The value's JSON text, in UTF-8.</summary>
    public ReadOnlySpan<byte> RawUtf8 => ValueKind == JsonValueKind.String ? _index.Slice(Token.Start - 1, Token.Length + 2) : Utf8;

    /// <summary>The decoded content of a string, in UTF-8.</summary>
    public ReadOnlySpan<byte> TextUtf8 => Token.IsEscaped ? Encoding.UTF8.GetBytes(GetString()) : Utf8;

    private ref readonly JsonToken Token => ref _index[_token];

    // The bytes of the value; of a string, those between the quotes.
    private ReadOnlySpan<byte> Utf8 => _index.Slice(Token.Start, Token.Length);

    /// <summary>The decoded content of a string.</summary>
    public string GetString()
    {
        if (!Token.IsEscaped)
        {
            return Encoding.UTF8.GetString(Utf8);
        }

        var reader = Reader();
        return JsonStrings.Decode(ref reader);
    }

    /// <summary>The value's JSON text.</summary>
    public string GetRawText() => Encoding.UTF8.GetString(RawUtf8);

    /// <summary>A copy as an element that does not depend on the index.</summary>
    public JsonElement ToElement()
    {
        var reader = new Utf8JsonReader(RawUtf8, LogJson.Line);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Whether the decoded content of a string equals this text.</summary>
    public bool ValueEquals(ReadOnlySpan<char> text)
    {
        if (Token.IsEscaped)
        {
            return text.SequenceEqual(GetString());
        }

        // With as many bytes as characters, either both are ASCII, or they differ.
        var utf8 = Utf8;
        return utf8.Length == text.Length
            ? Ascii.Equals(utf8, text)
            : utf8.Length > text.Length && !Ascii.IsValid(text) && text.SequenceEqual(Encoding.UTF8.GetString(utf8));
    }

    /// <summary>The framework's reader over this value, for the types that it parses best.</summary>
    private Utf8JsonReader Reader()
    {
        var reader = new Utf8JsonReader(RawUtf8, LogJson.Line);
        reader.Read();
        return reader;
    }
}
