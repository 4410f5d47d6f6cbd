using System.Globalization;

namespace AgentStepLog;

/// <summary>
/// How much memory a log may take of the program that reads it. A few kilobytes on a disk may stand for more than any memory holds. A call copies its options when it begins:
/// a later change has no effect on it. A value out of range is an <see cref="ArgumentOutOfRangeException"/> there.
/// </summary>
public sealed class StepLogReadOptions
{
    private const long Least = 64 * 1024;

    /// <summary>
    /// How many bytes one value of a step may expand to, when its blobs and chat histories are read in: what is read counts, each time that it is named.
    /// <see cref="CallStep.InputJson"/> and its like throw a <see cref="StepLogException"/> for a value beyond it; a typed step whose values are needed stays the
    /// untyped one. Default: 67108864 (64 MiB). At least 65536 (64 KiB).
    /// </summary>
    public long ExpansionLimit { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many bytes the files of a run that were compressed with gzip may have when they are unpacked, together. Reading or verifying a run beyond it throws a
    /// <see cref="StepLogException"/>. Default: null, which is 1 GiB or 256 times the compressed files' bytes, whichever is more; logs pack to a fifth or a tenth. At least 65536 (64 KiB).
    /// </summary>
    public long? UnpackedLimit { get; set; }

    /// <summary>A checked copy, which later changes of the caller's object do not reach.</summary>
    /// <param name="options">What the caller gave; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value of it is out of its range.</exception>
    internal static StepLogReadOptions Checked(StepLogReadOptions? options) => options is null ? new() : new()
    {
        ExpansionLimit = AtLeast(options.ExpansionLimit, nameof(ExpansionLimit), nameof(options)),
        UnpackedLimit = options.UnpackedLimit is { } limit ? AtLeast(limit, nameof(UnpackedLimit), nameof(options)) : null,
    };

    private static long AtLeast(long value, string property, string parameter) => value >= Least ? value : throw new ArgumentOutOfRangeException(
        parameter, value, string.Create(CultureInfo.InvariantCulture, $"{nameof(StepLogReadOptions)}.{property} is at least {Least} bytes."));
}
