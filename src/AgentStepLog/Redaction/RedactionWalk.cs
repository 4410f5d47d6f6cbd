using System.Globalization;
using System.Text.Json;
using AgentStepLog.Writing;

namespace AgentStepLog.Redacting;

/// <summary>
/// Goes through the JSON of a line in which something is withheld: finds the pointer of each such place, and decides what takes the place of
/// each token. Only lines that have any are gone through.
/// </summary>
internal sealed class RedactionWalk(List<TokenMatch> matches, List<RedactionMark> marks, Commitments? commitments)
{
    private readonly List<RedactionEntry> _entries = [];
    private readonly List<string> _path = [""];
    private readonly Stack<int> _indexes = new(); // the next one; -1 within an object
    private int _nextMatch;
    private int _nextMark;
    private int _keys;

    internal RedactionEdits Edits { get; } = new();

    internal void Through(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, LogJson.Line);
        while ((_nextMatch < matches.Count || _nextMark < marks.Count) && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    Key(ref reader, json);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _path.RemoveAt(_path.Count - 1);
                    _indexes.Pop();
                    break;
                default:
                    Value(ref reader, json);
                    break;
            }
        }
    }

    internal void WriteEntries(JsonBuffer json)
    {
        var separator = (byte)'[';
        foreach (var entry in _entries)
        {
            json.Byte(separator);
            json.Raw("{\"at\":"u8);
            json.String(entry.At);
            json.Raw(",\"kind\":"u8);
            json.String(entry.Kind);
            if (entry.Commit is { } commit)
            {
                json.Raw(",\"commit\":"u8);
                json.String(commit);
            }

            json.Byte((byte)'}');
            separator = (byte)',';
        }

        json.Raw(_entries.Count == 0 ? "[]"u8 : "]"u8);
    }

    private void Key(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var start = (int)reader.TokenStartIndex + 1;
        var end = start + reader.ValueSpan.Length;
        string? kind = null;
        while (Next(end) is { } match)
        {
            kind ??= match.Kind;
        }

        // The names of the line's own fields are the format's.
        if (kind is null || reader.CurrentDepth == 1)
        {
            _path[^1] = Escape(JsonStrings.Decode(ref reader));
            return;
        }

        var key = FreeKey(json);
        _path[^1] = "/" + key;
        Edits.Add(start, end, key);
        Add(kind, json[(start - 1)..(end + 1)]);
    }

    // Keys of an object stay distinct, also from one that says of itself that it was withheld.
    private string FreeKey(ReadOnlySpan<byte> json)
    {
        string key;
        do
        {
            key = string.Create(CultureInfo.InvariantCulture, $"[redacted-key-{++_keys}]");
        }
        while (json.IndexOf(System.Text.Encoding.ASCII.GetBytes($"\"{key}\":")) >= 0);
        return key;
    }

    private void Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (_indexes.TryPeek(out var index) && index >= 0)
        {
            _indexes.Pop();
            _indexes.Push(index + 1);
            _path[^1] = "/" + index.ToString(CultureInfo.InvariantCulture);
        }

        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _path.Add("");
            _indexes.Push(reader.TokenType == JsonTokenType.StartArray ? 0 : -1);
            return;
        }

        while (_nextMark < marks.Count && marks[_nextMark].Offset <= start)
        {
            var mark = marks[_nextMark++];
            Add(mark.Kind, mark.Value);
        }

        var isString = reader.TokenType == JsonTokenType.String;
        while (Next((int)reader.BytesConsumed) is { } match)
        {
            Add(match.Kind, isString ? Quoted(json[match.Start..match.End]) : json[start..(int)reader.BytesConsumed]);
            var shown = $"[redacted:{match.Kind}]";
            if (isString)
            {
                Edits.Add(match.Start, match.End, shown);
            }
            else
            {
                Edits.Add(start, (int)reader.BytesConsumed, $"\"{shown}\""); // a number stands for nothing once it is torn
            }
        }
    }

    private void Add(string kind, ReadOnlySpan<byte> value)
    {
        var pointer = string.Concat(_path);
        _entries.Add(new(pointer, kind, commitments is null || value.IsEmpty ? null : commitments.Commit(pointer, value)));
    }

    private static byte[] Quoted(ReadOnlySpan<byte> text) => [(byte)'"', .. text, (byte)'"'];

    private TokenMatch? Next(int end) => _nextMatch < matches.Count && matches[_nextMatch].Start < end ? matches[_nextMatch++] : null;

    private static string Escape(string key) =>
        "/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
