using System.Globalization;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>
/// A recorded value as its line has it, with the reader of its blobs. It is compared by its text in the line: a blob is named
/// there by its hash, so equal texts mean equal values, and comparing reads no file.
/// </summary>
internal readonly struct FieldValue(JsonText line, BlobReader? blobs = null) : IEquatable<FieldValue>
{
    /// <summary>The value's exact text in the line; absent when the line has none.</summary>
    public JsonText Line { get; } = line;

    /// <summary>Whether the line has the value or a reference to it. False where it has only its hash, or nothing.</summary>
    public bool IsCaptured => !Line.IsAbsent && !IsHash(Line.Utf8);

    /// <summary>
    /// The value as the user had it: blobs and chat histories are read in, and each doubled <c>$</c> becomes one. A reference stays where its blob, or a part of its
    /// history, is gone or was altered. A hash stays, too. A value that expands beyond the limit stays as its line has it.
    /// </summary>
    public JsonText Value => BlobReferences.Resolve(Line, blobs, out _);

    /// <summary>The same, for a property of a step.</summary>
    /// <exception cref="StepLogException">The value expands to more bytes than the limit allows.</exception>
    public JsonText Of(Step step, string property)
    {
        var value = BlobReferences.Resolve(Line, blobs, out var expansion);
        return expansion != Expansion.TooLarge ? value : throw new StepLogException(StepLogErrorReason.TooLarge, string.Create(CultureInfo.InvariantCulture,
            $"{property} of step {step.Number} of run \"{step.RunId}\" expands to more than {blobs!.Limits.ExpansionLimit} bytes, with the blobs that it names. If that is what was recorded, read the log with a larger {nameof(StepLogReadOptions)}.{nameof(StepLogReadOptions.ExpansionLimit)}."));
    }

    /// <summary>Returns the value if it is whole: false when a reference or a hash had to stay, or when it expands beyond the limit.</summary>
    public bool TryGetValue(out JsonText value)
    {
        value = BlobReferences.Resolve(Line, blobs, out var expansion);
        return expansion == Expansion.Whole && !value.IsAbsent;
    }

    /// <summary>Makes a field from a user's value that was in no line yet.</summary>
    public static FieldValue Of(JsonText value) => new(BlobReferences.AsInLine(value));

    // The hash is also looked for as an escaped key, since another implementation may escape it.
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
