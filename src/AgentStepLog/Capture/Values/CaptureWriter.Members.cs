using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

public sealed partial class CaptureWriter
{
    // The most members whose memory is kept, so that one call with very many arguments does not make later calls hold it.
    private const int KeptMembers = 256;

    // The members of the input; each can become a blob of its own.
    private readonly List<(int Start, int Length)> _members = [];
    private int _memberStart;

    internal int Length => _json.Length;

    internal ReadOnlySpan<byte> Slice(int start, int length) => _json.Slice(start, length);

    internal ReadOnlySpan<byte> Slice(int start) => _json.Slice(start, _json.Length - start);

    internal void Reset()
    {
        _json.Reset();
        _members.Clear();
        if (_members.Capacity > KeptMembers)
        {
            _members.Capacity = KeptMembers;
        }

        _withheld.Clear();
        (_known, _learns, _guesses) = (null, null, false);
        ForgetFailure();
        Surface();
        BeginLimit(0);
    }

    internal void BeginMembers()
    {
        _json.Byte((byte)'{');
        _memberStart = 0;
    }

    internal void EndMembers()
    {
        EndMember();
        _json.Byte((byte)'}');
    }

    /// <summary>Marks the member that was being written when the exception was thrown; if there was none yet, marks the whole input.</summary>
    internal void MarkUnreadable(Exception exception)
    {
        if (_memberStart == 0)
        {
            Surface();
            _comma = _members.Count > 0;
            Property("[unreadable]");
        }

        Replace(new(_memberStart, 0), exception);
    }

    /// <summary>Begins a single value that starts at <paramref name="start"/>.</summary>
    internal int BeginValue(int start)
    {
        _json.Cut(start);
        BeginLimit(start);
        ForgetWithheld(start);
        ForgetFailure();
        Surface();
        return start;
    }

    /// <summary>Begins an item of an enumeration.</summary>
    /// <returns>The offset of the item's value.</returns>
    internal int BeginItem(bool isFirst)
    {
        Surface();
        if (isFirst)
        {
            BeginLimit(_json.Length);
        }

        _json.Byte(isFirst ? (byte)'[' : (byte)',');
        return _json.Length;
    }

    internal void EndItems(bool isEmpty) => _json.Raw(isEmpty ? "[]"u8 : "]"u8);

    internal CapturedInput CopyInput(int length) => new(_json.Slice(0, length).ToArray(), [.. _members], [.. _withheld]);

    internal void PasteInput(CapturedInput input)
    {
        _json.Raw(input.Json);
        _members.AddRange(input.Members);
        _withheld.AddRange(input.Withheld);
    }

    internal void Unreadable(int start, Exception exception) => Replace(new(start, 0), exception);

    /// <summary>Writes an input that is JSON already. The limit counts all of its members together.</summary>
    internal void InputJson(JsonText json)
    {
        if (json.Utf8.Length > Left || BlobReferences.AsInLine(json).Utf8.Length > Left)
        {
            Mark(TooLarge.MarkOf(json.Utf8.Length));
            return;
        }

        var utf8 = BlobReferences.AsInLine(json).Utf8;
        _json.Raw(utf8);
        if (utf8[0] != (byte)'{')
        {
            return;
        }

        var reader = new Utf8JsonReader(utf8, LogJson.Line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            _members.Add((start, (int)reader.BytesConsumed - start));
        }
    }

    /// <param name="line">The line to write to.</param>
    /// <param name="length">The length of the input.</param>
    /// <param name="form">What happens to each of its members when the line is complete.</param>
    internal void WriteInput(Line line, int length, LineValueForm form)
    {
        if (_members.Count == 0)
        {
            WriteValue(line, 0, length, form);
            return;
        }

        var place = line.Json.Length;
        var parent = line.BeginParent();
        var at = 0;
        foreach (var (start, size) in _members)
        {
            line.Json.Raw(Slice(at, start - at));
            line.Value(Slice(start, size), parent, isMarked: _withheld.Count > 0, form);
            at = start + size;
        }

        line.Json.Raw(Slice(at, length - at));
        line.EndParent(parent);
        WriteMarks(line, 0, length, place);
    }

    private void EndMember()
    {
        if (_memberStart > 0)
        {
            _members.Add((_memberStart, _json.Length - _memberStart));
            _memberStart = 0;
        }
    }

    private void Surface()
    {
        Array.Clear(_path, 0, _depth);
        _depth = 0;
        _comma = false;
        _memberStart = 0;
    }
}
