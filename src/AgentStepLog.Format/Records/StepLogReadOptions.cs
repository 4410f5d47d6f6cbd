namespace AgentStepLog;

/// <summary>How much a log may take of the memory of who reads it. A few kilobytes on a disk may stand for more than any memory holds.</summary>
public sealed record StepLogReadOptions
{
    /// <summary>The limits as they are unless set.</summary>
    public static StepLogReadOptions Default { get; } = new();

    /// <summary>
    /// How many bytes one value of a step may expand to, when its blobs and chat histories are read in: what is read counts, each time that it is named.
    /// <see cref="CallStep.InputJson"/> and its like throw a <see cref="StepLogException"/> for a value beyond it; a typed step whose values are needed stays the
    /// untyped one. Default: 67108864 (64 MiB). At least 64 KiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 65536.</exception>
    public long ExpansionLimit { get; init => field = AtLeast(value, nameof(ExpansionLimit)); } = 64 * 1024 * 1024;

    /// <summary>
    /// How many bytes the files of a run that were compressed with gzip may have when they are unpacked, together. Reading or verifying a run beyond it throws a
    /// <see cref="StepLogException"/>. Default: null, which is 1 GiB or 256 times the compressed files' bytes, whichever is more; logs pack to a fifth or a tenth. At least 64 KiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 65536.</exception>
    public long? UnpackedLimit { get; init => field = value is { } limit ? AtLeast(limit, nameof(UnpackedLimit)) : null; }

    private static long AtLeast(long value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 64 * 1024, name);
        return value;
    }
}
