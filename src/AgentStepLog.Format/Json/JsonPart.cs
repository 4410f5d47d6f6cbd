using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>
/// A value within an indexed text. It speaks as <see cref="JsonElement"/> does, and costs no memory but that of what is asked of it.
/// <c>default</c> stands for no value.
/// </summary>
internal readonly partial struct JsonPart
{
    private readonly JsonIndex _index;
    private readonly int _token;

    public JsonPart(JsonIndex index, int token) => (_index, _token, ValueKind) = (index, token, index[token].Kind);

    public JsonValueKind ValueKind { get; }

    /// <summary>How many items or members it has.</summary>
    public int Count => Token.Count;

    /// <summary>Its text, in UTF-8.</summary>
    public ReadOnlySpan<byte> RawUtf8 => ValueKind == JsonValueKind.String ? _index.Slice(Token.Start - 1, Token.Length + 2) : Utf8;

    /// <summary>What a string says, in UTF-8.</summary>
    public ReadOnlySpan<byte> TextUtf8 => Token.IsEscaped ? Encoding.UTF8.GetBytes(GetString()) : Utf8;

    private ref readonly JsonToken Token => ref _index[_token];

    // Of a string, what is between the quotes.
    private ReadOnlySpan<byte> Utf8 => _index.Slice(Token.Start, Token.Length);

    /// <summary>What a string says.</summary>
    public string GetString()
    {
        if (!Token.IsEscaped)
        {
            return Encoding.UTF8.GetString(Utf8);
        }

        var reader = Reader();
        return JsonStrings.Decode(ref reader);
    }

    /// <summary>Its text.</summary>
    public string GetRawText() => Encoding.UTF8.GetString(RawUtf8);

    /// <summary>The same as an element that lives on its own.</summary>
    public JsonElement ToElement()
    {
        var reader = new Utf8JsonReader(RawUtf8, LogJson.Line);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Whether a string says this.</summary>
    public bool ValueEquals(ReadOnlySpan<char> text)
    {
        if (Token.IsEscaped)
        {
            return text.SequenceEqual(GetString());
        }

        // As many bytes as characters: both are ASCII, or they differ.
        var utf8 = Utf8;
        return utf8.Length == text.Length
            ? Ascii.Equals(utf8, text)
            : utf8.Length > text.Length && !Ascii.IsValid(text) && text.SequenceEqual(Encoding.UTF8.GetString(utf8));
    }

    /// <summary>The framework's reader, upon this value: for what it reads better than anybody else.</summary>
    private Utf8JsonReader Reader()
    {
        var reader = new Utf8JsonReader(RawUtf8, LogJson.Line);
        reader.Read();
        return reader;
    }
}
