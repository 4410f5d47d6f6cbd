using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The part of a line that writes fields other than the user's values.</summary>
internal sealed partial class Line
{
    internal void Name(ReadOnlySpan<byte> name) => _json.NextName(name);

    /// <summary>
    /// Writes a name or an id, by which records are found. It becomes a blob only if the line is too long. Null writes nothing.
    /// </summary>
    internal void Label(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            Name(name);
            var start = _json.Length;
            _json.String(text, text.Length > SummaryBuilder.MaxNameLength ? _log.ValueLimit : int.MaxValue); // names that have totals of their own are written whole
            EndValue(start, LineValueForm.Label);
        }
    }

    /// <summary>Writes a label that is JSON already. Empty JSON writes nothing.</summary>
    internal void Label(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        if (!json.IsEmpty)
        {
            Name(name);
            var start = _json.Length;
            _json.Raw(json);
            EndValue(start, LineValueForm.Label);
        }
    }

    /// <summary>Writes a text. Null writes nothing.</summary>
    internal void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            Text(name, text, LineValueForm.Value);
        }
    }

    /// <summary>Writes a text that becomes a blob, whatever its length.</summary>
    internal void Blob(ReadOnlySpan<byte> name, string text) => Text(name, text, LineValueForm.Blob);

    /// <summary>Writes an array of texts. An empty list writes nothing.</summary>
    internal void Texts(ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        Name(name);
        var start = _json.Length;
        for (var i = 0; i < texts.Count; i++)
        {
            _json.Byte(i == 0 ? (byte)'[' : (byte)',');
            if (LeftOf(start) == 0)
            {
                _json.String(TooLarge.Mark);
                break;
            }

            _json.String(texts[i], LeftOf(start));
        }

        _json.Byte((byte)']');
        EndValue(start);
    }

    /// <summary>Writes an object of texts. An empty dictionary writes nothing.</summary>
    internal void Texts(ReadOnlySpan<byte> name, IReadOnlyDictionary<string, string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        Name(name);
        var start = _json.Length;
        var separator = (byte)'{';
        var keys = new DistinctKeys();
        foreach (var (key, value) in texts)
        {
            _json.Byte(separator);
            separator = (byte)',';
            if (LeftOf(start) == 0)
            {
                _json.Key(keys.Next(TooLarge.Mark));
                _json.String(TooLarge.Mark);
                break;
            }

            _json.Key(keys.Next(_json.Fitting(key, LeftOf(start))));
            _json.String(value, LeftOf(start));
        }

        _json.Byte((byte)'}');
        EndValue(start);
    }

    /// <summary>Writes the field <c>coerced</c>: pointers into this line. They follow the keys as the line shows them. An empty array writes nothing.</summary>
    internal void Coerced(string[] pointers)
    {
        Secrets.HasPointers = pointers.Length > 0;
        Texts("coerced"u8, pointers);
    }

    internal void Flag(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            Name(name);
            _json.Bool(flag);
        }
    }

    internal void Number(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            Name(name);
            _json.Number(number);
        }
    }

    internal void Milliseconds(ReadOnlySpan<byte> name, long microseconds)
    {
        Name(name);
        _json.Fixed(microseconds, 3);
    }

    internal void Span(ReadOnlySpan<byte> name, ulong span)
    {
        Name(name);
        _json.QuotedHex(span, 16);
        Secrets.IdsEnd = _json.Length;
    }

    private void Text(ReadOnlySpan<byte> name, string text, LineValueForm form)
    {
        Name(name);
        var start = _json.Length;
        _json.String(text, _log.ValueLimit);
        EndValue(start, form);
    }

    private int LeftOf(int start) => Math.Max(0, _log.ValueLimit - (_json.Length - start));
}
