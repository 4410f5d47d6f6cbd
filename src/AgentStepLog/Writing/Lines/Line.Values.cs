using System.Security.Cryptography;
using AgentStepLog.Json;
using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog.Writing;

/// <summary>The part of a line that writes the user's values. They may be withheld, or become blobs.</summary>
internal sealed partial class Line
{
    private const int Huge = 1 << 20;

    /// <summary>Writes a value that is JSON already. Empty JSON writes nothing.</summary>
    internal void Value(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        if (!json.IsEmpty)
        {
            Name(name);
            Value(json);
        }
    }

    /// <summary>Writes a value of the user's. An absent value writes nothing.</summary>
    internal void Value(ReadOnlySpan<byte> name, JsonText value) => Value(name, Fitting(value).Utf8);

    /// <summary>Writes a value of the user's, as far as the capture mode allows.</summary>
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
    /// <param name="parent">The parent value that contains it.</param>
    /// <param name="isMarked">Whether <see cref="LineSecrets.Mark"/> may be called for places in it.</param>
    /// <param name="form">What happens to the value when the line is complete.</param>
    internal void Value(ReadOnlySpan<byte> json, int parent = LineValue.NoParent, bool isMarked = false, LineValueForm form = LineValueForm.Value)
    {
        var start = _json.Length;
        if (json.Length > Huge && json.Length > _log.InlineLimit && !isMarked && !Secrets.MayBeIn(json, Type))
        {
            // The value has no secrets, so it is stored at once. Copying it into the line first would double its memory.
            _references.Write(json, form, _json);
            _values.Add(start, LineValueForm.Label, parent);
            return;
        }

        // The value goes into the line first, because secrets are withheld from the whole line before any value becomes a blob.
        _json.Raw(json);
        _values.Add(start, form, parent);
    }

    /// <summary>Ends a value that begins at <paramref name="start"/>.</summary>
    internal void EndValue(int start, LineValueForm form = LineValueForm.Value) => _values.Add(start, form);

    /// <inheritdoc cref="LineValues.BeginParent"/>
    internal int BeginParent() => _values.BeginParent();

    /// <inheritdoc cref="LineValues.EndParent"/>
    internal void EndParent(int parent) => _values.EndParent(parent);

    /// <summary>
    /// Writes the hash of a document that other lines, also of other runs, may name. The document is stored first, without secrets that are known by their shape.
    /// Nothing is written if there is no document, if it is larger than a value may be, or if it could not be stored.
    /// </summary>
    /// <param name="name">The field's name.</param>
    /// <param name="json">The document: an array.</param>
    internal void Shared(ReadOnlySpan<byte> name, byte[] json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (json.Length == 0 || json.Length > _log.ValueLimit || !_references.TryShare(_log.Secrets.WithoutShaped(json), hash))
        {
            return; // too large: a server chooses its tools, so their names stand in the line, up to the same limit
        }

        Name(name);
        var start = _json.Length;
        _json.Raw("\"sha256:"u8);
        _json.Hex(hash);
        _json.Byte((byte)'"');
        EndValue(start, LineValueForm.Label);
    }

    // The value as a line contains it, or the mark for a value that is too large.
    private JsonText Fitting(JsonText value) =>
        value.Utf8.Length <= _log.ValueLimit && BlobReferences.AsInLine(value) is var line && line.Utf8.Length <= _log.ValueLimit
            ? line : JsonText.Of(TooLarge.MarkOf(value.Utf8.Length));
}
