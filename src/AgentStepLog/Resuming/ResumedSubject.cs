using System.Text;
using AgentStepLog.Writing;

namespace AgentStepLog.Resuming;

/// <summary>
/// Checks whether the options of a resumed run name the same person as the run. A run holds the records of one person. Records of a second person would not be found
/// under that person's name, and would be deleted with the first person's.
/// </summary>
internal static class ResumedSubject
{
    /// <summary>The user of the resumed run: the one in its header, or the options' user if the header has a mark in place of the id.</summary>
    internal static string? UserId(RunStartStep header, StepLogOptions options) => IsWithheld(header) ? options.UserId : header.UserId;

    /// <returns>The difference between the options and the header; null if there is none, or if it cannot be known.</returns>
    /// <exception cref="StepLogException">The key ring failed, or Subject and UserId are both unset and WhenNoSubject refuses that.</exception>
    internal static string? Flaw(RunStartStep header, StepLogOptions options)
    {
        if (!IsWithheld(header) && !string.IsNullOrWhiteSpace(options.UserId) && WellFormed(options.UserId) != header.UserId)
        {
            return $"its header names {(header.UserId is null ? "no user, and the options name one" : "another user than the options")}. Leave UserId unset, or {Otherwise}";
        }

        if (options.KeyRing is not { } ring || LogOpening.SubjectOf(options, UserId(header, options), header.RunId) is not { } subject)
        {
            return null; // the log makes no commitments from here on
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

    // The form in which the id was written, because JSON cannot contain half of a surrogate pair.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
