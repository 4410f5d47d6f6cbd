using System.Buffers;

namespace AgentStepLog.Hashing;

/// <summary>The texts of a SHA-256: lines name it as <c>sha256:</c> and its digits, and files as its digits.</summary>
internal static class HashName
{
    internal const string Prefix = "sha256:";

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads the 64 hex digits of <c>sha256:…</c>; false for other texts, so that a reference never names a path.</summary>
    internal static bool TryParse(string? reference, out string digits)
    {
        digits = "";
        if (reference is null || !reference.StartsWith(Prefix, StringComparison.Ordinal) || !IsDigits(reference.AsSpan(Prefix.Length)))
        {
            return false;
        }

        digits = reference[Prefix.Length..];
        return true;
    }

    /// <summary>Whether a text is 64 lower-case hex digits.</summary>
    internal static bool IsDigits(ReadOnlySpan<char> text) => text.Length == 64 && !text.ContainsAnyExcept(s_hexDigits);
}
