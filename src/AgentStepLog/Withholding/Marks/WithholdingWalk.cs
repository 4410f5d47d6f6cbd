using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentStepLog.Integrity;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// Walks through the JSON of a line that has something to withhold, finds the pointer of each such place, and decides on the replacement of each secret. Only lines
/// with secrets or marks are walked.
/// </summary>
/// <param name="matches">The secrets and known values in the line.</param>
/// <param name="marks">The values that were withheld when they were captured.</param>
/// <param name="keys">Replaces the keys that contain secrets.</param>
/// <param name="commitments">Makes commitments; null without a key ring.</param>
/// <param name="pointers">Whether the line has the field <c>coerced</c>, whose entries are pointers.</param>
internal sealed class WithholdingWalk(List<SecretMatch> matches, List<WithheldMark> marks, WithheldKeys keys, Commitments? commitments, bool pointers)
{
    private readonly List<WithheldEntry> _entries = [];
    private readonly List<(int Start, int End, string At, string Pointer)> _pointers = [];
    private readonly List<string> _path = [""];
    private readonly Stack<int> _indexes = new(); // the index of the next item; -1 within an object
    private int _nextMatch;
    private int _nextMark;
    private bool _pointersAhead = pointers;

    internal WithholdingEdits Edits { get; } = new();

    internal bool Found => _entries.Count > 0;

    internal void Through(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, LogJson.Line);
        while ((_nextMatch < matches.Count || _nextMark < marks.Count || _pointersAhead) && reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    Key(ref reader, json);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _pointersAhead &= !IsPointer;
                    _path.RemoveAt(_path.Count - 1);
                    _indexes.Pop();
                    break;
                default:
                    Value(ref reader, json);
                    break;
            }
        }

        // The names of all withheld keys are known only now.
        foreach (var (start, end, at, pointer) in _pointers)
        {
            var shown = keys.Shown(pointer, json, out var key);
            if (key is { } withheld)
            {
                Edits.Add(start, end, System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(shown));
                Add(at, withheld.Kind, withheld.Json);
            }
        }

        Edits.Seal();
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
                json.Raw(",\"commit\":\""u8);
                json.Raw(Encoding.ASCII.GetBytes(commit)); // the base64 stays unescaped, as in prev: a search for it would not find \u002B
                json.Byte((byte)'"');
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
            if (!match.IsKnown || !KnownNames.IsName(json[start..end], Math.Max(0, match.Start - start), match.End - start))
            {
                kind ??= match.Kind;
            }
        }

        // The names of the line's own fields belong to the format.
        if (kind is null || reader.CurrentDepth == 1)
        {
            _path[^1] = JsonPointer.Step(JsonStrings.Decode(ref reader));
            return;
        }

        _path[^1] = JsonPointer.Step(JsonStrings.Decode(ref reader));
        var key = keys.Withhold(string.Concat(_path), kind, json[(start - 1)..(end + 1)].ToArray(), json);
        _path[^1] = "/" + key.Name;
        Edits.Add(start, end, key.Name);
        Add(string.Concat(_path), kind, key.Json);
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
        if (_nextMatch < matches.Count && matches[_nextMatch] is { IsWhole: true } whole && whole.Start == start)
        {
            Whole(ref reader, whole);
            return;
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _path.Add("");
            _indexes.Push(reader.TokenType == JsonTokenType.StartArray ? 0 : -1);
            return;
        }

        if (IsPointer)
        {
            _pointers.Add((start + 1, (int)reader.BytesConsumed - 1, string.Concat(_path), JsonStrings.Decode(ref reader)));
            PassOver((int)reader.BytesConsumed);
            return;
        }

        while (_nextMark < marks.Count && marks[_nextMark].Offset <= start)
        {
            var mark = marks[_nextMark++];
            Add(string.Concat(_path), mark.Kind, mark.Value);
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            var end = (int)reader.BytesConsumed;
            if (Next(end) is { } match)
            {
                Add(string.Concat(_path), match.Kind, json[start..end]);
                Edits.Add(start, end, $"\"{Shown(match.Kind)}\""); // half a number means nothing
                PassOver(end);
            }

            return;
        }

        while (Next((int)reader.BytesConsumed) is { } match)
        {
            Add(string.Concat(_path), match.Kind, match.Whole ?? Quoted(json[match.Start..match.End]));
            Edits.Add(match.Start, match.End, match.Shown ?? Shown(match.Kind));
        }
    }

    // The value is withheld with everything in it.
    private void Whole(ref Utf8JsonReader reader, SecretMatch whole)
    {
        Add(string.Concat(_path), whole.Kind, whole.Whole ?? []);
        Edits.Add(whole.Start, whole.End, $"\"{Shown(whole.Kind)}\"");
        PassOver(whole.End);
        while (_nextMark < marks.Count && marks[_nextMark].Offset < whole.End)
        {
            _nextMark++;
        }

        reader.Skip();
    }

    private void PassOver(int end)
    {
        while (Next(end) is not null)
        {
        }
    }

    private static string Shown(string kind) => $"[redacted:{System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(kind)}]";

    // True for the pointers within /coerced.
    private bool IsPointer => _pointersAhead && _path.Count == 3 && _path[1] == "/coerced";

    // A mark gets no commitment. A commitment to the mark of a value that was cut or unreadable would be confirmed as if the mark were the value.
    private void Add(string pointer, string kind, ReadOnlySpan<byte> value) =>
        _entries.Add(new(pointer, kind, commitments is null || value.IsEmpty || KnownValues.IsMark(value.Trim((byte)'"')) ? null : commitments.Commit(pointer, value)));

    private static byte[] Quoted(ReadOnlySpan<byte> text) => [(byte)'"', .. text, (byte)'"'];

    private SecretMatch? Next(int end) => _nextMatch < matches.Count && matches[_nextMatch].Start < end ? matches[_nextMatch++] : null;
}
