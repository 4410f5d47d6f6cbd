using System.Security.Cryptography;
using AgentStepLog.Files;
using AgentStepLog.Hashing;

namespace AgentStepLog.Integrity;

/// <summary>Reads blobs to see whether they are what their names say, with little memory, and holds one only to look into it.</summary>
/// <param name="open">Opens one by its hash.</param>
internal sealed class BlobContent(Func<string, Stream?> open)
{
    /// <summary>What is longer is known by its hash alone. No part of a chat history is.</summary>
    internal const int MaxLookedInto = 96 * 1024 * 1024;

    private const int Piece = 64 * 1024;

    // Of "\u0024", how many bytes may stand before the end of one piece, and the rest in the next.
    private const int Overlap = 5;

    private byte[]? _buffer;

    // Nearly every blob is one piece, and is looked into right after it was hashed: it need not be opened again.
    private (BlobHash Name, int Bytes)? _inBuffer;

    /// <summary>Looks at one.</summary>
    /// <param name="hash">Its name.</param>
    /// <param name="facts">Takes what is found.</param>
    /// <exception cref="StepLogException">It is there and cannot be read.</exception>
    internal void Look(BlobHash hash, ref BlobFacts facts)
    {
        facts.Holds = Looked(hash, out var bytes, out var mayName);
        (facts.Bytes, facts.MayName, facts.IsLookedAt) = (bytes, mayName, true);
    }

    private bool? Looked(BlobHash hash, out long bytes, out bool mayName)
    {
        (bytes, mayName) = (0, false);
        try
        {
            using var stream = open(hash.ToString());
            if (stream is null)
            {
                return null;
            }

            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = _buffer ??= new byte[Overlap + Piece];
            var (kept, pieces) = (0, 0);
            for (int read; (read = stream.Read(buffer, Overlap, Piece)) > 0; bytes += read, pieces++)
            {
                sha.AppendData(buffer, Overlap, read);
                var seen = buffer.AsSpan(Overlap - kept, kept + read);
                mayName |= seen.Contains((byte)'$') || seen.IndexOf("\\u0024"u8) >= 0;
                kept = Math.Min(Overlap, seen.Length);
                seen[^kept..].CopyTo(buffer.AsSpan(Overlap - kept));
            }

            _inBuffer = pieces == 1 ? (hash, (int)bytes) : null;
            return IsHash(sha.GetHashAndReset(), hash);
        }
        catch (IrregularFileException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(StepLogErrorReason.Inaccessible, $"The blob {hash} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The whole of one that is what its name says, to be looked into; null if it is not, is gone or is longer than that.</summary>
    /// <exception cref="StepLogException">It is there and cannot be read.</exception>
    internal ReadOnlyMemory<byte>? Read(BlobHash hash, long bytes)
    {
        if (bytes > MaxLookedInto)
        {
            return null;
        }

        if (_inBuffer is var (name, length) && name == hash && _buffer.AsMemory(Overlap, length) is var held && IsHash(SHA256.HashData(held.Span), hash))
        {
            return held.ToArray(); // the blobs that it names are looked at while it is
        }

        try
        {
            using var stream = open(hash.ToString());
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
            throw new StepLogException(StepLogErrorReason.Inaccessible, $"The blob {hash} cannot be read: {e.Message}", e);
        }
    }

    private static bool IsHash(byte[] actual, BlobHash hash) => BlobHash.Of(actual) == hash;
}
