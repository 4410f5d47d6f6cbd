using System.Security.Cryptography;
using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>The user's values in a line: they may be withheld, and leave it for blobs.</summary>
internal sealed partial class Line
{
    private const int Huge = 1 << 20;

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

    /// <param name="json">The value.</param>
    /// <param name="parent">The value around it.</param>
    /// <param name="isMarked">Whether <see cref="LineSecrets.Mark"/> may be called for places in it.</param>
    /// <param name="form">What becomes of it.</param>
    internal void Value(ReadOnlySpan<byte> json, int parent = LineValue.NoParent, bool isMarked = false, LineValueForm form = LineValueForm.Value)
    {
        var start = _json.Length;
        if (json.Length > Huge && json.Length > _log.InlineLimit && !isMarked && !Secrets.MayBeIn(json, Type))
        {
            // Nothing is withheld from it, and copying it into the line first would double the memory that it takes.
            _references.Write(json, form, _json);
            _values.Add(start, LineValueForm.Label, parent);
            return;
        }

        // Here first: what is withheld from it is withheld from the line as a whole, and before anything leaves.
        _json.Raw(json);
        _values.Add(start, form, parent);
    }

    /// <summary>Marks what was written since <paramref name="start"/> as one value.</summary>
    internal void EndValue(int start, LineValueForm form = LineValueForm.Value) => _values.Add(start, form);

    /// <inheritdoc cref="LineValues.BeginParent"/>
    internal int BeginParent() => _values.BeginParent();

    /// <inheritdoc cref="LineValues.EndParent"/>
    internal void EndParent(int parent) => _values.EndParent(parent);

    /// <summary>
    /// The hash of a document that other lines, of other runs too, name as well; it is stored first, without secrets that are known by their shape. Absent when there is none, it is larger than a value may be,
    /// or it could not be stored.
    /// </summary>
    /// <param name="name">The field.</param>
    /// <param name="json">The document: an array.</param>
    internal void Shared(ReadOnlySpan<byte> name, byte[] json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (json.Length == 0 || json.Length > _log.ValueLimit || !_references.TryShare(_log.Secrets.WithoutShaped(json), hash))
        {
            return; // tools of a server are its words: their names stand in the line, up to the same limit
        }

        Name(name);
        var start = _json.Length;
        _json.Raw("\"sha256:"u8);
        _json.Hex(hash);
        _json.Byte((byte)'"');
        EndValue(start, LineValueForm.Label);
    }

    // As it stands in a line, or its mark.
    private JsonText Fitting(JsonText value) =>
        value.Utf8.Length <= _log.ValueLimit && BlobReferences.AsInLine(value) is var line && line.Utf8.Length <= _log.ValueLimit
            ? line : JsonText.Of(TooLarge.MarkOf(value.Utf8.Length));
}
