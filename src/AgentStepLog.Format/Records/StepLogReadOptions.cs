using System.Globalization;

namespace AgentStepLog;

/// <summary>
/// Limits of the memory that reading a log may take. A file of a few kilobytes may expand to more than the memory holds. A call copies its options when it begins:
/// a later change has no effect on it. A value out of range is an <see cref="ArgumentOutOfRangeException"/> there.
/// </summary>
public sealed class StepLogReadOptions
{
    private const long Least = 64 * 1024;

    /// <summary>
    /// How many bytes one value of a step may expand to when its blobs and chat histories are read. A blob counts each time that it is named.
    /// For a value beyond the limit, <see cref="CallStep.InputJson"/> and the like throw a <see cref="StepLogException"/>, and a typed step that needs the value stays
    /// untyped. Default: 67108864 (64 MiB). At least 65536 (64 KiB).
    /// </summary>
    public long ExpansionLimit { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// How many bytes the compressed files of a run may have together when they are unpacked. Reading or verifying a larger run throws a
    /// <see cref="StepLogException"/>. Default: null, which is 1 GiB or 256 times the size of the compressed files, whichever is more. Logs compress to a fifth or a
    /// tenth. At least 65536 (64 KiB).
    /// </summary>
    public long? UnpackedLimit { get; set; }

    /// <summary>Returns a checked copy. Later changes of the caller's object do not reach it.</summary>
    /// <param name="options">The caller's options; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal static StepLogReadOptions Checked(StepLogReadOptions? options) => options is null ? new() : new()
    {
        ExpansionLimit = AtLeast(options.ExpansionLimit, nameof(ExpansionLimit), nameof(options)),
        UnpackedLimit = options.UnpackedLimit is { } limit ? AtLeast(limit, nameof(UnpackedLimit), nameof(options)) : null,
    };

    private static long AtLeast(long value, string property, string parameter) => value >= Least ? value : throw new ArgumentOutOfRangeException(
        parameter, value, string.Create(CultureInfo.InvariantCulture, $"{nameof(StepLogReadOptions)}.{property} is at least {Least} bytes."));
}
