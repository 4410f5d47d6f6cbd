using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>The fields of a line that are no values of the user's.</summary>
internal sealed partial class Line
{
    internal void Name(ReadOnlySpan<byte> name) => _json.NextName(name);

    /// <summary>
    /// A name or an id, by which records are found and told apart: it leaves its line only when the line is too long. Absent
    /// when null.
    /// </summary>
    internal void Label(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            Name(name);
            var start = _json.Length;
            _json.String(text, text.Length > SummaryBuilder.MaxNameLength ? _log.ValueLimit : int.MaxValue); // what totals count by itself is whole
            EndValue(start, LineValueForm.Label);
        }
    }

    /// <summary>The same for a value that is JSON already; absent when empty.</summary>
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

    /// <summary>A text; absent when null.</summary>
    internal void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            Text(name, text, LineValueForm.Value);
        }
    }

    /// <summary>A text that goes to a blob whatever its length.</summary>
    internal void Blob(ReadOnlySpan<byte> name, string text) => Text(name, text, LineValueForm.Blob);

    /// <summary>An array of texts; absent when empty.</summary>
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

    /// <summary>An object of texts; absent when empty.</summary>
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

    /// <summary>The field <c>coerced</c>: pointers into this line, which lead through its keys as they are shown; absent when empty.</summary>
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
