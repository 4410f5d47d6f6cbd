using System.Security.Cryptography;
using AgentStepLog.Files;
using AgentStepLog.Hashing;

namespace AgentStepLog.Integrity;

/// <summary>Checks that blobs match their hashes, with little memory. A whole blob is held only to search it for references.</summary>
/// <param name="open">Opens a blob by its hash.</param>
internal sealed class BlobContent(Func<string, Stream?> open)
{
    /// <summary>The maximum size of a blob that is searched for references. No part of a chat history is larger. Of a larger blob only the hash is checked.</summary>
    internal const int MaxLookedInto = 96 * 1024 * 1024;

    private const int Piece = 64 * 1024;

    // How many bytes of "\u0024" one piece may end with while the next piece has the rest.
    private const int Overlap = 5;

    private byte[]? _buffer;

    // Nearly every blob is one piece, and is searched right after it was hashed, so it need not be opened again.
    private (BlobHash Name, int Bytes)? _inBuffer;

    /// <summary>Reads a blob and checks its hash.</summary>
    /// <param name="hash">The blob's hash.</param>
    /// <param name="facts">Receives the result.</param>
    /// <exception cref="StepLogException">The blob is there and cannot be read.</exception>
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

    /// <summary>Reads a whole blob to search it; null if it does not match its hash, is gone or is too large.</summary>
    /// <exception cref="StepLogException">The blob is there and cannot be read.</exception>
    internal ReadOnlyMemory<byte>? Read(BlobHash hash, long bytes)
    {
        if (bytes > MaxLookedInto)
        {
            return null;
        }

        if (_inBuffer is var (name, length) && name == hash && _buffer.AsMemory(Overlap, length) is var held && IsHash(SHA256.HashData(held.Span), hash))
        {
            return held.ToArray(); // a copy, since the buffer is used for the blobs that it names
        }

        try
        {
            using var stream = open(hash.ToString());
            var content = new byte[bytes];
            return stream is not null && stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) == content.Length && IsHash(SHA256.HashData(content), hash)
                ? content
                : null; // the blob changed after its hash was checked
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
