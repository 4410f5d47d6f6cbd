using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>
/// One line in the making: its fields from after <c>mono_ms</c> to before <c>prev</c>, each with its leading comma, with room
/// in front and behind for what is stamped when it is written. When it is complete, secrets are withheld and values that are too large leave for blobs.
/// </summary>
internal sealed partial class Line
{
    private const int KeptValues = 256;
    private const int Huge = 1 << 20;

    private readonly JsonBuffer _json = new(2048);
    private readonly List<LineValue> _values = [];
    private IBlobStore _blobs = null!;
    private RunSecrets _secrets = null!;
    private int _inlineLimit;
    private int _valueLimit;
    private bool _tellsResumption;

    internal StepKind Type { get; private set; }

    /// <summary>Whether a value of it could not be stored, and stands in it by its hash only.</summary>
    internal bool HasLostValue { get; private set; }

    /// <summary>Whether it announces a call that must not be made while its outcome may find no room.</summary>
    internal bool NeedsRoom { get; set; }

    /// <summary>What there is of it so far.</summary>
    internal ReadOnlyMemory<byte> Fields => _json.WrittenMemory[LineFormat.Head..];

    /// <summary>The buffer, for what needs no range of its own.</summary>
    internal JsonBuffer Json => _json;

    internal void Begin(StepKind type, IBlobStore blobs, StepLogOptions options, RunSecrets secrets, bool tellsResumption = false)
    {
        Type = type;
        _blobs = blobs;
        _secrets = secrets;
        _inlineLimit = options.InlineLimit;
        _valueLimit = options.ValueLimit;
        Facts = default;
        HasLostValue = false;
        NeedsRoom = false;
        _hasPointers = false;
        _hasItems = false;
        _idsEnd = 0;
        _values.Clear();
        _marks.Clear();
        IsByHand = false;
        _tellsResumption = tellsResumption;
        _isFit = false;
        _json.Reset(LineFormat.Head);
    }

    /// <summary>Lets go of the log and of what a huge value took.</summary>
    internal void Clear()
    {
        _blobs = null!;
        Facts = default;
        _values.Clear();
        if (_values.Capacity > KeptValues)
        {
            _values.Capacity = KeptValues;
        }

        _marks.Clear();
        _secrets = null!;
        _known?.For(null);
        _json.Reset(LineFormat.Head);
    }

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
            _json.String(text, text.Length > SummaryBuilder.MaxNameLength ? _valueLimit : int.MaxValue); // what totals count by itself is whole
            _values.Add(new(start, _json.Length - start, LineValue.NoParent, LineValueForm.Label));
        }
    }

    /// <summary>The same for a value that is JSON already; absent when empty.</summary>
    internal void Label(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        if (!json.IsEmpty)
        {
            Name(name);
            _values.Add(new(_json.Length, json.Length, LineValue.NoParent, LineValueForm.Label));
            _json.Raw(json);
        }
    }

    /// <summary>A text; absent when null.</summary>
    internal void Text(ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            Name(name);
            var start = _json.Length;
            _json.String(text, _valueLimit);
            EndValue(start);
        }
    }

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

    /// <summary>A text that goes to a blob whatever its length.</summary>
    internal void Blob(ReadOnlySpan<byte> name, string text)
    {
        Name(name);
        var start = _json.Length;
        _json.String(text, _valueLimit);
        EndValue(start, LineValueForm.Blob);
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
        _idsEnd = _json.Length;
    }

    /// <summary>A value that is JSON already; absent when empty.</summary>
    internal void Value(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        if (!json.IsEmpty)
        {
            Name(name);
            Value(json);
        }
    }

    /// <summary>A value of the user's; absent when it is.</summary>
    internal void Value(ReadOnlySpan<byte> name, JsonText value) => Value(name, Fitting(value).Utf8);

    /// <summary>A value of the user's, as much of it as may be recorded.</summary>
    internal void Value(ReadOnlySpan<byte> name, JsonText value, CaptureMode mode)
    {
        if (mode == CaptureMode.Full)
        {
            Value(name, value);
        }
        else if (mode == CaptureMode.Hash && !value.IsAbsent)
        {
            Name(name);
            var start = _json.Length;
            _json.Raw(Fitting(value).Utf8);
            EndValue(start, LineValueForm.Hash);
        }
    }

    // As it stands in a line, or its mark.
    private JsonText Fitting(JsonText value) =>
        value.Utf8.Length <= _valueLimit && PayloadResolver.AsInLine(value) is var line && line.Utf8.Length <= _valueLimit
            ? line : JsonText.Of(TooLarge.MarkOf(value.Utf8.Length));

    private int LeftOf(int start) => Math.Max(0, _valueLimit - (_json.Length - start));

    /// <param name="json">The value.</param>
    /// <param name="parent">The value around it.</param>
    /// <param name="isMarked">Whether <see cref="Mark"/> may be called for places in it.</param>
    /// <param name="form">What becomes of it.</param>
    internal void Value(ReadOnlySpan<byte> json, int parent = LineValue.NoParent, bool isMarked = false, LineValueForm form = LineValueForm.Value)
    {
        var start = _json.Length;
        if (json.Length > Huge && json.Length > _inlineLimit && !isMarked && !MayHold(json))
        {
            // Nothing is withheld from it, and copying it into the line first would double the memory that it takes.
            if (form != LineValueForm.History || !Thread(json, _json))
            {
                Spill(json, _json);
            }

            _values.Add(new(start, _json.Length - start, parent, LineValueForm.Label));
            return;
        }

        // Here first: what is withheld from it is withheld from the line as a whole, and before anything leaves.
        _json.Raw(json);
        _values.Add(new(start, json.Length, parent, form));
    }

    /// <summary>Marks what was written since <paramref name="start"/> as one value.</summary>
    internal void EndValue(int start, LineValueForm form = LineValueForm.Value) =>
        _values.Add(new(start, _json.Length - start, LineValue.NoParent, form));

    /// <summary>Begins a value whose parts are values of their own.</summary>
    /// <returns>The parent to give to its parts, and to <see cref="EndParent"/>.</returns>
    internal int BeginParent()
    {
        _values.Add(new(_json.Length, 0, LineValue.NoParent, LineValueForm.Label));
        return _values.Count - 1;
    }

    internal void EndParent(int parent)
    {
        var start = _values[parent].Start;
        _values[parent] = new(start, _json.Length - start, LineValue.NoParent, LineValueForm.Label);
    }
}
