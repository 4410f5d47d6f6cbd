namespace AgentStepLog;

/// <summary>
/// Which runs are dropped: those to which one of the reasons applies. A run is dropped as a whole. <see cref="StepLogRetention.Apply"/> copies the policy when it
/// begins: a later change has no effect on that call. A value that is out of range, or values that do not go together, are an <see cref="ArgumentException"/> there.
/// </summary>
public sealed class RetentionPolicy
{
    /// <summary>Runs whose last record is older than this are dropped. Default: null, and no run is dropped because of its age. Not negative.</summary>
    public TimeSpan? MaxAge { get; set; }

    /// <summary>
    /// While all runs of the directory together have more bytes than this (their blobs included), the oldest is dropped. Default: null, and no run is dropped
    /// because of size. Not negative.
    /// </summary>
    public long? MaxBytes { get; set; }

    /// <summary>
    /// Runs whose header names this user are dropped, whatever their age. Texts in other runs that mention the user are not searched. Default: null, and no run is
    /// dropped because of a user. Neither empty nor white space.
    /// </summary>
    public string? UserId { get; set; }

    /// <summary>
    /// Runs that contain commitments made with this subject's key are dropped, whatever their age. The runs do not contain the subject's name, so the
    /// <see cref="KeyRing"/> is needed to find them. Drop the runs before the key is erased. Default: null, and no run is dropped because of a subject. Neither
    /// empty nor white space.
    /// </summary>
    public string? Subject { get; set; }

    /// <summary>
    /// The ring that has the <see cref="Subject"/>'s key. Where a run was its own subject (<c>WhenNoSubject.UseRun</c>), its key is erased with the run. Default: none.
    /// </summary>
    public KeyRing? KeyRing { get; set; }

    /// <summary>Whether nothing is changed, and the report says what would be dropped. Default: false.</summary>
    public bool DryRun { get; set; }

    /// <summary>Whether abandoned runs are dropped, too. Such a run could still be resumed. Default: false.</summary>
    public bool DropAbandoned { get; set; }

    /// <summary>Whether runs that do not verify are dropped, too. They may be evidence of the damage. Default: false.</summary>
    public bool DropDamaged { get; set; }

    /// <summary>The clock by which ages are computed. Default: the system's. Not null.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns a checked copy. Later changes of the caller's object do not reach it.</summary>
    /// <exception cref="ArgumentException">The policy is not possible. The message names the property, and the values that it may have.</exception>
    internal static RetentionPolicy Checked(RetentionPolicy policy)
    {
        var copy = (RetentionPolicy)policy.MemberwiseClone();
        if (copy.MaxAge < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(policy), copy.MaxAge, "RetentionPolicy.MaxAge cannot be negative. Leave it unset to drop no run because of its age.");
        }

        if (copy.MaxBytes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(policy), copy.MaxBytes, "RetentionPolicy.MaxBytes cannot be negative. Leave it unset to drop no run because of size.");
        }

        RefuseEmpty(copy.UserId, nameof(UserId), nameof(policy));
        RefuseEmpty(copy.Subject, nameof(Subject), nameof(policy));
        if (copy is { Subject: not null, KeyRing: null })
        {
            throw new ArgumentException(
                "RetentionPolicy.Subject is set and KeyRing is not. Runs do not contain the name of their subject, so only the key ring finds them. Set KeyRing; or set UserId, which runs contain, in place of Subject.", nameof(policy));
        }

        return copy.TimeProvider is not null ? copy : throw new ArgumentException("RetentionPolicy.TimeProvider cannot be null. Leave it unset for the system's clock.", nameof(policy));
    }

    private static void RefuseEmpty(string? value, string property, string parameter)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"RetentionPolicy.{property} is empty. Leave it unset to drop no run because of it.", parameter);
        }
    }
}
