namespace AgentStepLog;

/// <summary>Which runs are to be kept no longer. Of a run all goes or nothing.</summary>
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

    /// <summary>Whether runs go, too, that were never ended and that no log writes: killed ones, which could be resumed. Default: false.</summary>
    public bool DropAbandoned { get; init; }

    /// <summary>Whether runs go, too, that do not verify: evidence of whatever happened to them. Default: false.</summary>
    public bool DropDamaged { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
