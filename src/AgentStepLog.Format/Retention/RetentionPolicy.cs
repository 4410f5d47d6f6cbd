namespace AgentStepLog;

/// <summary>
/// Which runs are to be kept no longer: those for which one of the reasons holds. Of a run all goes or nothing. <see cref="StepLogRetention.Apply"/> looks at it once, as it begins: a
/// change behind that has no effect on it. What is out of range, or makes no sense together, is an <see cref="ArgumentException"/> there.
/// </summary>
public sealed class RetentionPolicy
{
    /// <summary>Runs whose last record is older than this are dropped. Default: null, none because of age. Not negative.</summary>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>
    /// While all runs of the directory together have more bytes than this (their blobs included), the oldest is dropped. Default: null, none because of size. Not negative.
    /// </summary>
    public long? MaxBytes { get; set; }

    /// <summary>
    /// Runs whose header names this user go, whatever their age. Default: null, none because of a user. Neither empty nor white space. What other runs say of the user in their texts is
    /// not looked at.
    /// </summary>
    public string? UserId { get; set; }

    /// <summary>
    /// Runs that commit to what they withhold by this subject's key go, whatever their age: its name does not stand in them, so that only the <see cref="KeyRing"/> tells, which is
    /// needed with it. Drop its runs before its key is erased. Default: null, none because of a subject. Neither empty nor white space.
    /// </summary>
    public string? Subject { get; set; }

    /// <summary>
    /// The ring that has the <see cref="Subject"/>'s key. The key of a run that was a subject of its own (<c>WhenNoSubject.UseRun</c>) is erased with the run. Default: none.
    /// </summary>
    public KeyRing? KeyRing { get; set; }

    /// <summary>Whether nothing is changed: the report says what would be dropped. Default: false.</summary>
    public bool DryRun { get; set; }

    /// <summary>Whether runs go, too, that were never ended and that no log writes: killed ones, which could be resumed. Default: false.</summary>
    public bool DropAbandoned { get; set; }

    /// <summary>Whether runs go, too, that do not verify: evidence of whatever happened to them. Default: false.</summary>
    public bool DropDamaged { get; set; }

    /// <summary>The clock. Default: the system's. Not null.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>A checked copy, which later changes of the caller's object do not reach.</summary>
    /// <exception cref="ArgumentException">It cannot be done: the message names the property, and what it may be.</exception>
    internal static RetentionPolicy Checked(RetentionPolicy policy)
    {
        var copy = (RetentionPolicy)policy.MemberwiseClone();
        if (copy.MaxAge < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(policy), copy.MaxAge, "RetentionPolicy.MaxAge cannot be negative. Leave it unset where runs are not to go by their age.");
        }

        if (copy.MaxBytes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(policy), copy.MaxBytes, "RetentionPolicy.MaxBytes cannot be negative. Leave it unset where runs are not to go by their size.");
        }

        RefuseEmpty(copy.UserId, nameof(UserId), nameof(policy));
        RefuseEmpty(copy.Subject, nameof(Subject), nameof(policy));
        if (copy is { Subject: not null, KeyRing: null })
        {
            throw new ArgumentException(
                "RetentionPolicy.Subject is set and KeyRing is not, and the name of a subject does not stand in its runs. Set KeyRing; or set UserId in place of Subject, which does.", nameof(policy));
        }

        return copy.TimeProvider is not null ? copy : throw new ArgumentException("RetentionPolicy.TimeProvider cannot be null. Leave it unset for the system's clock.", nameof(policy));
    }

    private static void RefuseEmpty(string? value, string property, string parameter)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"RetentionPolicy.{property} is empty. Leave it unset where runs are not to go by it.", parameter);
        }
    }
}
