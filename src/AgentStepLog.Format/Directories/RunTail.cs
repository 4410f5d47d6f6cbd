using AgentStepLog.Files;
using AgentStepLog.Reading;

namespace AgentStepLog.Directories;

/// <summary>The last lines of a run's last file, without those before them.</summary>
internal static class RunTail
{
    // The end of a run, and whatever checkpoints follow it.
    private const int Bytes = 256 * 1024;

    /// <summary>Whole lines whose checksums fit, in their order. Each is valid until the next one. What is compressed is unpacked from its beginning.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="StepLogException">It is compressed, and unpacks to more than logs do.</exception>
    internal static IEnumerable<ReadOnlyMemory<byte>> Lines(ILogFiles files, LogSegment last, long? unpackedLimit = null)
    {
        using var stream = last.Read(files);
        if (stream is LogFileStream plain)
        {
            plain.Position = Math.Max(0, plain.Length - Bytes);
        }

        var limit = last.IsPacked ? unpackedLimit ?? UnpackedLimit.Of(files.Look(last.Path)?.Length ?? 0) : long.MaxValue;
        using var lines = new LineScanner(stream);
        while (Next(lines))
        {
            if (lines.Offset > limit)
            {
                throw UnpackedLimit.Exceeded(last.Path, limit);
            }

            if (lines.IsComplete && !lines.IsTooLong && LineTail.Flaw(lines.Line.Span) is null)
            {
                yield return lines.Line;
            }
        }
    }

    // A compressed file that is damaged ends where it is.
    private static bool Next(LineScanner lines)
    {
        try
        {
            return lines.Next();
        }
        catch (PackedFileException)
        {
            return false;
        }
    }
}
