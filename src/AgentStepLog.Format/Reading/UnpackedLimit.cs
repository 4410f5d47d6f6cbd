using System.Globalization;

namespace AgentStepLog.Reading;

/// <summary>The most bytes that compressed files of a run may unpack to, unless the caller sets another limit.</summary>
internal static class UnpackedLimit
{
    // Each line holds the hash of another, 32 bytes that nothing compresses: lines have to be ten thousand bytes long, and all alike, to come to more.
    private const int UsualRatio = 256;
    private const long PlainlyUnpacked = 1L << 30;

    /// <param name="packed">The bytes of the compressed files.</param>
    public static long Of(long packed) => Math.Max(PlainlyUnpacked, packed * UsualRatio);

    public static StepLogException Exceeded(string path, long limit) => new(StepLogErrorReason.TooLarge, string.Create(CultureInfo.InvariantCulture,
        $"{path} unpacks to more than the {limit} bytes that are read of a run's compressed files. If it is what was packed, read or verify it with a larger {nameof(StepLogReadOptions)}.{nameof(StepLogReadOptions.UnpackedLimit)}."));
}
