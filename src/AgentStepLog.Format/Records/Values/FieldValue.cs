using System.Globalization;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>
/// A recorded value as it stands in its line, and where its blobs are. Compared by what stands in the line: a blob is named
/// there by its hash, so equal lines mean equal values, and comparing reads no file.
/// </summary>
internal readonly struct FieldValue(JsonText line, BlobReader? blobs = null) : IEquatable<FieldValue>
{
    /// <summary>The value's exact text in the line; absent when the line has none.</summary>
    public JsonText Line { get; } = line;

    /// <summary>Whether the line has the value itself or a reference to it, and not only its hash or nothing.</summary>
    public bool IsCaptured => !Line.IsAbsent && !IsHash(Line.Utf8);

    /// <summary>
    /// The value as the user had it: blobs and chat histories read in, doubled <c>$</c> taken back. A blob that is gone or was
    /// altered, a history of which a part is, and a hash stay the references that they are; so does all of a value that expands to more than may be read.
    /// </summary>
    public JsonText Value => BlobReferences.Resolve(Line, blobs, out _);

    /// <summary>The same for who asks a step for one of its values.</summary>
    /// <exception cref="StepLogException">It expands to more than may be read.</exception>
    public JsonText Of(Step step, string property)
    {
        var value = BlobReferences.Resolve(Line, blobs, out var expansion);
        return expansion != Expansion.TooLarge ? value : throw new StepLogException(StepLogErrorReason.TooLarge, string.Create(CultureInfo.InvariantCulture,
            $"{property} of step {step.Number} of run \"{step.RunId}\" expands to more than {blobs!.Limits.ExpansionLimit} bytes, with the blobs that it names. If that is what was recorded, read the log with a larger {nameof(StepLogReadOptions)}.{nameof(StepLogReadOptions.ExpansionLimit)}."));
    }

    /// <summary>The value, if it is whole: not when a reference or a hash had to stay, or when it expands to more than may be read.</summary>
    public bool TryGetValue(out JsonText value)
    {
        value = BlobReferences.Resolve(Line, blobs, out var expansion);
        return expansion == Expansion.Whole && !value.IsAbsent;
    }

    /// <summary>For a value of the user's, as it never stood in a line.</summary>
    public static FieldValue Of(JsonText value) => new(BlobReferences.AsInLine(value));

    // Another implementation may escape the key.
    private static bool IsHash(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("{\"$hash\":"u8))
        {
            return true;
        }

        if (!json.StartsWith("{\"\\"u8))
        {
            return false;
        }

        var reader = new Utf8JsonReader(json, LogJson.Line);
        return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && JsonStrings.Decode(ref reader) == "$hash";
    }

    public bool Equals(FieldValue other) => Line == other.Line;

    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    public override int GetHashCode() => Line.GetHashCode();
}
