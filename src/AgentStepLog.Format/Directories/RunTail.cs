using AgentStepLog.Files;
using AgentStepLog.Reading;

namespace AgentStepLog.Directories;

/// <summary>The last lines of a run's last file, without those before them.</summary>
internal static class RunTail
{
    // Enough for the end of a run and the checkpoints that follow it.
    private const int Bytes = 256 * 1024;

    /// <summary>
    /// The whole lines whose checksums fit, in their order. Each is valid until the next one is read. A compressed file is unpacked from its beginning.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="StepLogException">The file is compressed, and unpacks to more bytes than the limit allows.</exception>
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

    // A damaged compressed file is read up to the damage.
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
