using System.Security.Cryptography;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>Reads blobs to see whether they are what their names say, with little memory, and holds one only to look into it.</summary>
/// <param name="open">Opens one by its hash.</param>
internal sealed class BlobContent(Func<string, Stream?> open)
{
    /// <summary>What is longer is known by its hash alone. No part of a chat history is.</summary>
    internal const int MaxLookedInto = 96 * 1024 * 1024;

    private const int Piece = 64 * 1024;

    // Of "\u0024", how many bytes may stand before the end of one piece, and the rest in the next.
    private const int Overlap = 5;

    // A blob that is named with a thousand lengths is read once.
    private const int MaxRemembered = 100_000;

    private byte[]? _buffer;
    private readonly Dictionary<string, (bool? Holds, long Bytes, bool MayName)> _known = new(StringComparer.Ordinal);

    /// <summary>Reads one.</summary>
    /// <param name="hash">Its name.</param>
    /// <param name="bytes">How many it has.</param>
    /// <param name="mayName">Whether it may name others: whether a $ is in it, however escaped.</param>
    /// <returns>Whether it is what its name says; null if it is gone.</returns>
    /// <exception cref="StepLogException">It is there and cannot be read.</exception>
    internal bool? Holds(string hash, out long bytes, out bool mayName)
    {
        if (!_known.TryGetValue(hash, out var known))
        {
            known.Holds = Looked(hash, out known.Bytes, out known.MayName);
            if (_known.Count < MaxRemembered)
            {
                _known.Add(hash, known);
            }
        }

        (bytes, mayName) = (known.Bytes, known.MayName);
        return known.Holds;
    }

    private bool? Looked(string hash, out long bytes, out bool mayName)
    {
        (bytes, mayName) = (0, false);
        try
        {
            using var stream = open(hash);
            if (stream is null)
            {
                return null;
            }

            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = _buffer ??= new byte[Overlap + Piece];
            var kept = 0;
            for (int read; (read = stream.Read(buffer, kept, Piece)) > 0; bytes += read)
            {
                sha.AppendData(buffer, kept, read);
                var seen = buffer.AsSpan(0, kept + read);
                mayName |= seen.Contains((byte)'$') || seen.IndexOf("\\u0024"u8) >= 0;
                kept = Math.Min(Overlap, seen.Length);
                seen[^kept..].CopyTo(buffer);
            }

            return IsHash(sha.GetHashAndReset(), hash);
        }
        catch (IrregularFileException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException($"The blob {hash} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The whole of one that is what its name says, to be looked into; null if it is not, is gone or is longer than that.</summary>
    /// <exception cref="StepLogException">It is there and cannot be read.</exception>
    internal byte[]? Read(string hash, long bytes)
    {
        if (bytes > MaxLookedInto)
        {
            return null;
        }

        try
        {
            using var stream = open(hash);
            var content = new byte[bytes];
            return stream is not null && stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) == content.Length && IsHash(SHA256.HashData(content), hash)
                ? content
                : null; // changed since it was read a moment ago
        }
        catch (IrregularFileException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException($"The blob {hash} cannot be read: {e.Message}", e);
        }
    }

    private static bool IsHash(byte[] actual, string hash) => Convert.ToHexString(actual).Equals(hash, StringComparison.OrdinalIgnoreCase);
}
