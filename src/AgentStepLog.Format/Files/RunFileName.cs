using System.Globalization;
using AgentStepLog.Records;

namespace AgentStepLog.Files;

/// <summary>
/// The names of a run's files beside its log. A run's id may end like any of them ("r.jsonl.torn-1"): only the whole name shows to which run a file belongs.
/// </summary>
internal static class RunFileName
{
    internal const string Lock = ".lock";
    internal const string Head = ".head";
    internal const string NewHead = ".head.new";
    internal const string Blobs = ".blobs";
    internal const string Dropped = ".dropped";
    internal const string NewDropped = ".dropped.new";

    private const string TornMark = ".torn-";
    private const string OtherMark = ".other-";

    /// <summary>The name for the incomplete line that a crash left at an offset, and that was taken out of the log.</summary>
    internal static string Torn(string log, long offset) => string.Create(CultureInfo.InvariantCulture, $"{log}{TornMark}{offset}");

    /// <summary>The name for a file that stood in the place of a log that was being written.</summary>
    internal static string Other(string log, int number) => string.Create(CultureInfo.InvariantCulture, $"{log}{OtherMark}{number}");

    /// <summary>Whether a name is that of a piece beside a log: a name by <see cref="Torn"/> or <see cref="Other"/>, with nothing behind the number.</summary>
    internal static bool IsPieceOf(string log, string name)
    {
        if (!name.StartsWith(log, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = name.AsSpan(log.Length);
        var mark = rest.StartsWith(TornMark, StringComparison.Ordinal) ? TornMark.Length : rest.StartsWith(OtherMark, StringComparison.Ordinal) ? OtherMark.Length : rest.Length;
        return mark < rest.Length && !rest[mark..].ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>The run to which a name with this ending belongs; null where it belongs to none.</summary>
    internal static string? RunOf(string name, string ending) =>
        name.EndsWith(ending, StringComparison.Ordinal) && name[..^ending.Length] is var id && WellFormedRunId.Flaw(id) is null ? id : null;
}
