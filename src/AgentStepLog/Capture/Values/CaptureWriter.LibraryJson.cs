using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Capture;
using AgentStepLog.Json;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the writer that copies a library's JSON into a line.</summary>
public sealed partial class CaptureWriter
{
    /// <summary>Copies the JSON in long pieces. Only keys that begin with <c>$</c>, held values and parts that are nested too deeply are changed.</summary>
    /// <returns>
    /// False if the JSON has a form that a line never has: a key twice in one object, white space, or needlessly escaped characters. A converter of the user's may have
    /// written it.
    /// </returns>
    private bool TryCopy(HeldValues source, object? identity)
    {
        var json = source.Json;
        if (RawBytes.Forbidden(json) is not null || !Utf8.IsValid(json) || JsonStrings.HasLoneSurrogate(json))
        {
            return false;
        }

        Separate();
        var names = source.Names;
        var reader = new Utf8JsonReader(json, LogJson.Line);
        var (copied, end, held) = (0, 0, 0);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            if (start > end && (start > end + 1 || json[end] != (byte)','))
            {
                return false;
            }

            end = (int)reader.BytesConsumed;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when _depth == MaxDepth:
                    _json.Raw(json[copied..start]);
                    _json.String(CaptureNesting.Mark);
                    reader.Skip();
                    copied = end = (int)reader.BytesConsumed;
                    held = source.After(held, end);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    _path[_depth++] = reader.CurrentDepth == 0 ? identity : null;
                    names.Begin();
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _path[--_depth] = null;
                    if (names.EndHasEqual())
                    {
                        return false;
                    }

                    break;
                case JsonTokenType.PropertyName:
                    if (end - start != reader.ValueSpan.Length + "\"\":".Length)
                    {
                        return false;
                    }

                    if (Doubles(ref reader))
                    {
                        _json.Raw(json[copied..(start + 1)]);
                        _json.Byte((byte)'$');
                        copied = start + 1;
                    }

                    names.Add(ref reader);
                    break;
                case JsonTokenType.Number when held < source.Count && source[held].Place <= start:
                    _json.Raw(json[copied..start]);
                    Held(source[held++].Value);
                    copied = end;
                    break;
            }
        }

        _json.Raw(json[copied..]);
        _comma = true;
        return true;
    }

    /// <summary>Copies the JSON token by token. If two keys of one object have the same text, the second gets <c>#2</c> after it, as in a dictionary.</summary>
    private void CopyAnew(HeldValues source, object? identity)
    {
        var keys = new Stack<DistinctKeys>();
        var reader = new Utf8JsonReader(source.Json, LogJson.Line);
        var held = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when _depth == MaxDepth:
                    Mark(CaptureNesting.Mark);
                    reader.Skip();
                    held = source.After(held, (int)reader.BytesConsumed);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Separate();
                    _json.Byte(reader.TokenType == JsonTokenType.StartObject ? (byte)'{' : (byte)'[');
                    _path[_depth++] = reader.CurrentDepth == 0 ? identity : null;
                    _comma = false;
                    keys.Push(default);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    keys.Pop();
                    Ascend(reader.TokenType == JsonTokenType.EndObject ? (byte)'}' : (byte)']');
                    break;
                case JsonTokenType.PropertyName:
                    var distinct = keys.Pop();
                    Separate();
                    _json.Key(distinct.Next(JsonStrings.Decode(ref reader)));
                    _comma = false;
                    keys.Push(distinct);
                    break;
                case JsonTokenType.Number when held < source.Count && source[held].Place <= reader.TokenStartIndex:
                    Separate();
                    Held(source[held++].Value);
                    break;
                case JsonTokenType.String:
                    Value(JsonStrings.Decode(ref reader));
                    break;
                default:
                    Separate();
                    _json.Raw(reader.ValueSpan);
                    break;
            }
        }
    }

    // The comma before the value is already written.
    private void Held(object value)
    {
        _comma = false;
        var place = new Place(_json.Length, _depth);
        try
        {
            if (value is string text)
            {
                Value(text);
            }
            else
            {
                Any(value);
            }
        }
        catch (Exception e)
        {
            Replace(place, e);
        }
    }

    private static bool Doubles(ref Utf8JsonReader reader) => reader.ValueIsEscaped
        ? JsonStrings.Decode(ref reader).StartsWith('$')
        : reader.ValueSpan is [(byte)'$', ..];
}
