using AgentStepLog.Files;

namespace AgentStepLog.Reading;

/// <summary>A file of a run that stands there both plain and compressed: who packs it writes the one before deleting the other.</summary>
internal static class PackedTwin
{
    /// <summary>What is wrong with the compressed one; null where it holds the same bytes.</summary>
    /// <param name="plain">The plain one.</param>
    /// <param name="packed">The compressed one.</param>
    /// <param name="cancellationToken">Looked at before each part of them is compared.</param>
    /// <exception cref="StepLogException">One of them cannot be read.</exception>
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
