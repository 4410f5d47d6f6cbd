using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>A JSON document that a line names by its hash and does not hold. Compared by the hash: comparing reads no file.</summary>
/// <param name="reference">Its hash, as <c>sha256:…</c>; null for none.</param>
/// <param name="blobs">Where it is.</param>
internal readonly struct SharedText(string? reference, BlobReader? blobs = null) : IEquatable<SharedText>
{
    public string? Reference { get; } = reference;

    /// <summary>The document; absent when there is none, it is not what the hash says, or it is larger than what a value may expand to.</summary>
    public JsonText Read()
    {
        if (Reference is null || blobs is null)
        {
            return default;
        }

        try
        {
            return blobs.Read(Reference, new(blobs.Limits.ExpansionLimit)) is { } bytes ? JsonText.Normalize(bytes, LogJson.MaxReadDepth) : default;
        }
        catch (Exception e) when (e is JsonException or ExpansionException)
        {
            return default; // its hash is right, and it is no document of this format, or none that is read
        }
    }

    public bool Equals(SharedText other) => Reference == other.Reference;

    public override bool Equals(object? obj) => obj is SharedText other && Equals(other);

    public override int GetHashCode() => Reference?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
