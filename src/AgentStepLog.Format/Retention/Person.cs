using System.Text;
using AgentStepLog.Files;
using AgentStepLog.Integrity;
using AgentStepLog.Json;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Retention;

/// <summary>
/// The person whose runs a policy names. A user is found by the id in a run's header; a subject by the marks in a run that only the subject's key can have made.
/// </summary>
internal sealed class Person
{
    internal const string Theirs = "It belongs to the user or subject that the policy names.";

    internal const string Unknown = "It is unknown whether it belongs to the user or subject that the policy names: a line of it cannot be read, or its user id is withheld, too large to stand there, or in a blob that is gone. Name the Subject and its KeyRing, where the run has one.";

    private readonly string? _userId;
    private readonly string? _subject;
    private readonly KeyRing? _ring;

    private Person(RetentionPolicy policy) => (_userId, _subject, _ring) = (AsWritten(policy.UserId), policy.Subject, policy.KeyRing);

    /// <returns>Null where the policy names no person.</returns>
    /// <exception cref="StepLogException">The ring has no key of the subject, or fails.</exception>
    internal static Person? Of(RetentionPolicy policy)
    {
        if (policy is { Subject: null, UserId: null })
        {
            return null;
        }

        if (policy.Subject is { } subject)
        {
            if (policy.KeyRing!.Find(subject, "any") is null)
            {
                throw new StepLogException(
                    StepLogErrorReason.Refused, "The key ring has no key of the subject that the policy names: it never had one, or it was erased, and only the key shows which runs are the subject's. "
                    + "Nothing was dropped. Drop a subject's runs first, and erase its key then; runs whose header names the user can be dropped by UserId.");
            }
        }

        return new(policy);
    }

    /// <returns>Whether the run is the person's; null where that is unknown.</returns>
    internal bool? Owns(StoredRun run)
    {
        var own = _subject is null ? null : _ring!.Find(_subject, run.Run.RunId);
        var isRead = _subject is null || own is not null;
        foreach (var segment in run.Segments)
        {
            try
            {
                using var stream = segment.Read(run.Run.Files);
                if (Owns(run, stream, own, ref isRead))
                {
                    return true;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                isRead = false;
            }
        }

        return isRead ? false : null;
    }

    private bool Owns(StoredRun run, Stream stream, Commitments? own, ref bool isRead)
    {
        using var lines = new LineScanner(stream);
        var reader = new StepReader(null, new BlobSource(run.Run.OpenNamed));
        while (lines.Next())
        {
            if (lines.Number > 0 && !(own is not null && MayCommit(lines.Line.Span)))
            {
                if (own is null)
                {
                    return false; // only the header names the user
                }

                continue;
            }

            try
            {
                var step = lines.IsTooLong ? throw new FormatException() : reader.Read(lines.Line.ToArray());
                isRead &= lines.Number > 0 || step is RunStartStep;
                if (Says(step, own))
                {
                    return true;
                }

                // Where the log withholds personal data, or the user's id was too large, or its blob is gone, the header has a mark in the place of the id. Such a
                // mark does not tell whose run it is.
                isRead &= _userId is null || step is not RunStartStep header
                    || (!TooLarge.IsMark(header.UserId ?? "") && !LineFields.IsGone(header.UserId) && header.Withheld.All(static withheld => withheld.At != "/user_id"));
            }
            catch (FormatException)
            {
                isRead &= lines is { Number: > 0, IsLast: true }; // the incomplete last line of a crash was never a record
            }
        }

        return false;
    }

    private bool Says(Step step, Commitments? own) =>
        step is RunStartStep header && ((_userId is not null && header.UserId == _userId) || (own is not null && header.Subject is { } mark && own.IsOwn(mark)))
        || own is not null && step.Withheld.Any(withheld => withheld.Commit is { } commit && own.IsOwn(commit));

    // In a log, half a surrogate pair is U+FFFD, so the id is compared in that form.
    private static string? AsWritten(string? id) => id is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(id));

    private static bool MayCommit(ReadOnlySpan<byte> line) => line.IndexOf("commit"u8) >= 0 || line.IndexOf((byte)'\\') >= 0;
}
