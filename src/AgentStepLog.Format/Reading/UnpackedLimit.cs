using System.Globalization;

namespace AgentStepLog.Reading;

/// <summary>The maximum size of the unpacked files of a run, unless the caller sets another limit.</summary>
internal static class UnpackedLimit
{
    // Each line has the hash of another, 32 bytes that cannot be compressed. Only lines of ten thousand bytes that are all alike exceed this ratio.
    private const int UsualRatio = 256;
    private const long PlainlyUnpacked = 1L << 30;

    /// <param name="packed">The size of the compressed files in bytes.</param>
    public static long Of(long packed) => Math.Max(PlainlyUnpacked, packed * UsualRatio);

    public static StepLogException Exceeded(string path, long limit) => new(StepLogErrorReason.TooLarge, string.Create(CultureInfo.InvariantCulture,
        $"{path} unpacks to more than the {limit} bytes that are read of a run's compressed files. If it is what was packed, read or verify it with a larger {nameof(StepLogReadOptions)}.{nameof(StepLogReadOptions.UnpackedLimit)}."));
}
