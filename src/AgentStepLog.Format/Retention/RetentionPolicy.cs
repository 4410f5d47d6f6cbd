namespace AgentStepLog;

/// <summary>Which runs are to be kept no longer: those for which one of the reasons holds. Of a run all goes or nothing.</summary>
public sealed record RetentionPolicy
{
    /// <summary>Runs whose last record is older than this are dropped. Default: null, none because of age.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TimeSpan? MaxAge
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.Zero, TimeSpan.Zero, nameof(MaxAge));
            field = value;
        }
    }

    /// <summary>
    /// While all runs of the directory together have more bytes than this (their blobs included), the oldest is dropped. Default: null, none because of size.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public long? MaxBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(MaxBytes));
            field = value;
        }
    }

    /// <summary>
    /// Runs whose header names this user go, whatever their age. Default: null, none because of a user. What other runs say of the user in their texts is not looked at.
    /// </summary>
    /// <exception cref="ArgumentException">Empty or white space.</exception>
    public string? UserId
    {
        get;
        init => field = Named(value, nameof(UserId));
    }

    /// <summary>
    /// Runs that commit to what they withhold by this subject's key go, whatever their age: its name does not stand in them, so that only the <see cref="KeyRing"/> tells. Drop its
    /// runs before its key is erased. Default: null, none because of a subject.
    /// </summary>
    /// <exception cref="ArgumentException">Empty or white space.</exception>
    public string? Subject
    {
        get;
        init => field = Named(value, nameof(Subject));
    }

    /// <summary>
    /// The ring that has the <see cref="Subject"/>'s key. The key of a run that was a subject of its own (<c>WhenNoSubject.UseRun</c>) is erased with the run. Default: none.
    /// </summary>
    public KeyRing? KeyRing { get; init; }

    /// <summary>Whether nothing is changed: the report says what would be dropped. Default: false.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether runs go, too, that were never ended and that no log writes: killed ones, which could be resumed. Default: false.</summary>
    public bool DropAbandoned { get; init; }

    /// <summary>Whether runs go, too, that do not verify: evidence of whatever happened to them. Default: false.</summary>
    public bool DropDamaged { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(TimeProvider));
            field = value;
        }
    } = TimeProvider.System;

    private static string? Named(string? value, string property) => value is null || !string.IsNullOrWhiteSpace(value) ? value
        : throw new ArgumentException($"{property} names nobody. Leave it unset where runs are not to go by it.", property);
}
