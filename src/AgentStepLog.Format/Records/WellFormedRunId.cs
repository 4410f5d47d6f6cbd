using System.Buffers;

namespace AgentStepLog.Records;

/// <summary>A run id is a valid file name on every system: <c>[a-z0-9][a-z0-9._-]{0,127}</c>, and no device name of Windows.</summary>
internal static class WellFormedRunId
{
    internal const int MaxLength = 128;

    private static readonly SearchValues<char> s_allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

    internal static string Checked(string? id, string parameter) =>
        Flaw(id) is { } flaw ? throw new ArgumentException($"The run id \"{id}\" {flaw}.", parameter) : id!;

    /// <summary>The flaw of an id, as the rest of a sentence; null if it has none.</summary>
    internal static string? Flaw(string? id)
    {
        if (id is null)
        {
            return "is null";
        }

        if (id.Length is 0 or > MaxLength)
        {
            return $"has {id.Length} characters; give it 1 to {MaxLength}";
        }

        if (id.AsSpan().IndexOfAnyExcept(s_allowed) is >= 0 and var at)
        {
            return $"contains '{id[at]}' (U+{(int)id[at]:X4}) at position {at + 1}; use only a-z, 0-9, '.', '_' and '-'";
        }

        if (!char.IsAsciiLetterOrDigit(id[0]))
        {
            return $"begins with '{id[0]}'; begin with a letter a-z or a digit";
        }

        return IsDevice(id.AsSpan()[..(id.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : id.Length)])
            ? "is a device name on Windows; choose another"
            : null;
    }

    private static bool IsDevice(ReadOnlySpan<char> name) => name switch
    {
        "con" or "prn" or "aux" or "nul" => true,
        ['c', 'o', 'm', >= '0' and <= '9'] or ['l', 'p', 't', >= '0' and <= '9'] => true,
        _ => false,
    };
}
