using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>
/// Turns a value of a line into the value that the user had, and back. In a line an object whose first key begins
/// with a single <c>$</c> belongs to the format (a blob, a hash, a thread). A <c>$</c> at the start of a user's key is doubled there.
/// </summary>
internal static class BlobReferences
{
    /// <param name="line">The value's text in the line.</param>
    /// <param name="blobs">Reads the blobs; null to keep all references.</param>
    /// <param name="expansion">Whether all references were replaced.</param>
    public static JsonText Resolve(JsonText line, BlobReader? blobs, out Expansion expansion)
    {
        expansion = Expansion.Whole;
        if (!MayHoldDollarKey(line.Utf8))
        {
            return line;
        }

        var expanded = new ExpandedJson(blobs, line.Utf8.Length);
        try
        {
            expanded.Add(line.Utf8);
        }
        catch (ExpansionException)
        {
            expansion = Expansion.TooLarge;
            return line;
        }

        expansion = expanded.IsWhole ? Expansion.Whole : Expansion.Partial;
        return expanded.Json;
    }

    /// <summary>A user's value in the form that a line has: a leading <c>$</c> of a key is doubled.</summary>
    public static JsonText AsInLine(JsonText value) => MayHoldDollarKey(value.Utf8)
        ? JsonText.Trusted(JsonCopy.Copy(value.Utf8, KeyMapping.DoubleDollar, LogJson.MaxReadDepth, LogJson.Compact))
        : value;

    // Looks for escapes, too, since another implementation may escape the dollar. A false alarm (a string value that begins so) only costs the copy.
    private static bool MayHoldDollarKey(ReadOnlySpan<byte> json) =>
        json.IndexOf("\"$"u8) >= 0 || json.IndexOf("\"\\u0024"u8) >= 0;
}
