using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>A JSON document that a line names by its hash. It is compared by the hash, so that comparing reads no file.</summary>
/// <param name="reference">The hash, as <c>sha256:…</c>; null for none.</param>
/// <param name="blobs">The reader of the document.</param>
internal readonly struct SharedText(string? reference, BlobReader? blobs = null) : IEquatable<SharedText>
{
    public string? Reference { get; } = reference;

    /// <summary>Reads the document; absent when there is none, its content does not have the hash, or it exceeds the limit of expansion.</summary>
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
            return default; // it has the right hash, but is no valid document or exceeds the limit
        }
    }

    public bool Equals(SharedText other) => Reference == other.Reference;

    public override bool Equals(object? obj) => obj is SharedText other && Equals(other);

    public override int GetHashCode() => Reference?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
