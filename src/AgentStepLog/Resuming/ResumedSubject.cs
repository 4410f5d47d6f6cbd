using System.Text;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>
/// Whether the person of a run is the one that the options of a resume name. A run holds one person's records: those of a second one would not be found by
/// that one's name, and go with the first one's.
/// </summary>
internal static class ResumedSubject
{
    /// <summary>The user of the resumed run: what its header says; where a mark stands there in the id's place, what is asked for.</summary>
    internal static string? UserId(RunStartStep header, StepLogOptions options) => IsWithheld(header) ? options.UserId : header.UserId;

    /// <returns>How the options differ from the header; null where they do not, and where nothing tells.</returns>
    /// <exception cref="StepLogException">The key ring failed; or neither Subject nor UserId is set, and WhenNoSubject refuses that.</exception>
    internal static string? Flaw(RunStartStep header, StepLogOptions options)
    {
        if (!IsWithheld(header) && !string.IsNullOrWhiteSpace(options.UserId) && WellFormed(options.UserId) != header.UserId)
        {
            return $"its header names {(header.UserId is null ? "no user, and the options name one" : "another user than the options")}. Leave UserId unset, or {Otherwise}";
        }

        if (options.KeyRing is not { } ring || LogOpening.SubjectOf(options, UserId(header, options), header.RunId) is not { } subject)
        {
            return null; // nothing is committed to from here on
        }

        if (header.Subject is { } mark)
        {
            return ring.Find(subject, header.RunId)?.IsOwn(mark) == true ? null
                : "the mark in its header was not made with the key of the subject that the options name: the run is another subject's, or the key was erased since. "
                    + $"Name the Subject (or UserId) that the run was started with, or {Otherwise}";
        }

        return subject == KeyRing.SubjectOfRun(header.RunId) || (!IsWithheld(header) && subject == header.UserId) ? null
            : "its header has no mark of a subject, as it was started without a key ring, and the options name one whose runs are found by that mark. "
                + $"Leave KeyRing and Subject unset, or {Otherwise}";
    }

    private const string Otherwise = "start a run of its own for the other (StepLog.Start).";

    private static bool IsWithheld(RunStartStep header) => header.Withheld.Any(static withheld => withheld.At == "/user_id");

    // As it was written: no JSON can hold half of a surrogate pair.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
