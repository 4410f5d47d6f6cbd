using System.Text.Json;

namespace AgentStepLog;

/// <summary>A JSON document that a line names by its hash and does not hold. Compared by the hash: comparing reads no file.</summary>
/// <param name="reference">Its hash, as <c>sha256:…</c>; null for none.</param>
/// <param name="blobs">Where it is.</param>
internal readonly struct SharedText(string? reference, BlobSource? blobs = null) : IEquatable<SharedText>
{
    public string? Reference { get; } = reference;

    /// <summary>The document; absent when there is none, or it is not what the hash says.</summary>
    public JsonText Read()
    {
        if (Reference is null || blobs?.Read(Reference) is not { } bytes)
        {
            return default;
        }

        try
        {
            return JsonText.Normalize(bytes, LogJson.MaxReadDepth);
        }
        catch (JsonException)
        {
            return default; // its hash is right, and it is no document of this format
        }
    }

    public bool Equals(SharedText other) => Reference == other.Reference;

    public override bool Equals(object? obj) => obj is SharedText other && Equals(other);

    public override int GetHashCode() => Reference?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
