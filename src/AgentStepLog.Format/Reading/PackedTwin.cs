using AgentStepLog.Files;

namespace AgentStepLog.Reading;

/// <summary>A file of a run that is there both plain and compressed: compressing writes the second before it deletes the first.</summary>
internal static class PackedTwin
{
    /// <summary>The flaw of the compressed file; null where it has the same content as the plain one.</summary>
    /// <param name="plain">The path of the plain file.</param>
    /// <param name="packed">The path of the compressed file.</param>
    /// <param name="cancellationToken">Checked before each part of the files is compared.</param>
    /// <exception cref="StepLogException">One of the files cannot be read.</exception>
    public static FileFinding? Finding(string plain, string packed, CancellationToken cancellationToken)
    {
        try
        {
            using var one = RegularFile.Open(plain);
            using var other = new PackedStream(RegularFile.Open(packed));
            return IsSame(one, other, cancellationToken) ? null
                : Said(Verdict.Tampered, packed, $"holds other bytes than {Path.GetFileName(plain)}, which stands beside it");
        }
        catch (PackedFileException e)
        {
            return Said(e.IsCut ? Verdict.Torn : Verdict.Tampered, packed, e.What);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(FileTrouble.ReasonOf(e), $"{packed} cannot be read: {e.Message}", e);
        }
    }

    private static FileFinding Said(Verdict verdict, string packed, string what) => new(verdict, $"{Path.GetFileName(packed)} {what}.");

    private static bool IsSame(Stream one, Stream other, CancellationToken cancellationToken)
    {
        var (a, b) = (new byte[64 * 1024], new byte[64 * 1024]);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = other.Read(b);
            if (one.ReadAtLeast(a.AsSpan(0, Math.Max(read, 1)), Math.Max(read, 1), throwOnEndOfStream: false) != read || !a.AsSpan(0, read).SequenceEqual(b.AsSpan(0, read)))
            {
                return false;
            }

            if (read == 0)
            {
                return true;
            }
        }
    }
}
