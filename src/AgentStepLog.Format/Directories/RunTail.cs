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
        using var stream = Open(files, last, unpackedLimit);
        using var lines = new LineScanner(stream);
        while (Next(lines))
        {
            if (lines.IsComplete && !lines.IsTooLong && LineTail.Flaw(lines.Line.Span) is null)
            {
                yield return lines.Line;
            }
        }
    }

    private static Stream Open(ILogFiles files, LogSegment last, long? unpackedLimit)
    {
        var stream = last.Read(files);
        if (stream is not LogFileStream plain)
        {
            return new LimitedStream(stream, last.Path, unpackedLimit ?? UnpackedLimit.Of(files.Look(last.Path)?.Length ?? 0));
        }

        plain.Position = Math.Max(0, plain.Length - Bytes);
        return plain;
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
