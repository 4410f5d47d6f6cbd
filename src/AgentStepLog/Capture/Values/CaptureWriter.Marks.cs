using AgentStepLog.Capture;
using AgentStepLog.Withholding;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

public sealed partial class CaptureWriter
{
    private readonly List<WithheldMark> _withheld = [];

    private Exception? _failure;
    private string? _formless;

    /// <summary>
    /// Why the last value is not complete: an exception while it was read, or a type without JSON form. Values that are only cut (cycles, depth, size) are no failure.
    /// </summary>
    internal Exception? Failure => _failure ?? (_formless is null ? null : new NotSupportedException(_formless == TypeWords.Anonymous
        ? "An anonymous type has no JSON form: return a record." : $"{_formless} has no JSON form."));

    /// <summary>Records a failure of the last value, even if its JSON does not show it.</summary>
    internal void Fail(Exception? failure) => _failure ??= failure;

    /// <summary>Writes <c>"[not recorded:Full.Type]"</c> for a value without JSON form.</summary>
    /// <param name="type">The type's full name.</param>
    public void Opaque(string type)
    {
        if (_depth == 0)
        {
            _formless ??= type;
        }

        Mark($"[not recorded:{type}]");
    }

    /// <summary>Writes <c>"[redacted:kind]"</c> in place of a secret.</summary>
    /// <param name="kind">The kind of secret.</param>
    public void Withhold(string kind) => Withhold(kind, default(byte[]));

    private void Withhold(string kind, byte[]? value)
    {
        Separate();
        _withheld.Add(new(_json.Length, kind, value));
        _json.Raw("\"[redacted:"u8);
        _json.Text(kind);
        _json.Raw("]\""u8);
    }

    /// <summary>Writes the JSON from <paramref name="start"/> on as one value of the line, with the places in it that are withheld.</summary>
    internal void WriteValue(Line line, int start, int length, LineValueForm form)
    {
        var place = line.Json.Length;
        if (form is LineValueForm.Value or LineValueForm.History)
        {
            line.Value(Slice(start, length), LineValue.NoParent, isMarked: _withheld.Count > 0, form);
        }
        else
        {
            line.Json.Raw(Slice(start, length));
            line.EndValue(place, form);
        }

        WriteMarks(line, start, length, place);
    }

    private void WriteMarks(Line line, int start, int length, int place)
    {
        foreach (var (offset, kind, value) in _withheld)
        {
            if (offset >= start && offset < start + length)
            {
                line.Secrets.Mark(offset - start + place, kind, value);
            }
        }
    }

    /// <summary>Writes a mark in place of a value. It is written even beyond the limit.</summary>
    internal void Mark(string mark)
    {
        Separate();
        _json.String(mark);
    }

    private Place BeforeBracket() => new(_json.Length - 1, _depth - 1);

    internal void ForgetFailure() => (_failure, _formless) = (null, null);

    private void Replace(Place place, Exception exception)
    {
        _failure ??= exception;
        Learn(place.Start);
        Return(place);
        _comma = false;
        Mark(ErrorText.Unreadable(exception));
    }

    private void Return(Place place)
    {
        _json.Cut(place.Start);
        ForgetWithheld(place.Start);
        Array.Clear(_path, place.Depth, _depth - place.Depth);
        _depth = place.Depth;
    }

    // Forgets the withheld places in JSON that is overwritten. A loop is used because a lambda would cost each call a closure.
    private void ForgetWithheld(int from)
    {
        while (_withheld.Count > 0 && _withheld[^1].Offset >= from)
        {
            _withheld.RemoveAt(_withheld.Count - 1);
        }
    }

    // The beginning of a value, after its comma.
    private readonly record struct Place(int Start, int Depth);
}
