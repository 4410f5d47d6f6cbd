using System.Security.Cryptography;
using System.Text;

namespace AgentStepLog.Integrity;

/// <summary>
/// Makes the <c>commit</c> of a withheld value: 16 bytes that never repeat, and an HMAC-SHA-256 over these bytes, the pointer and the value. The key belongs to the
/// subject and the run. The holder of the key can confirm a value; without the key, the commitment reveals nothing. Half of the 16 bytes are random, and the other
/// half follow from these by the key. So a new key that was made after an erasure is not mistaken for the key that made the commitment.
/// </summary>
internal sealed class Commitments(byte[] key)
{
    internal const int KeyBytes = 32;

    private const int RandomBytes = 8;
    private const int NonceBytes = 16;
    private const int Bytes = NonceBytes + HMACSHA256.HashSizeInBytes;

    internal string Commit(string pointer, ReadOnlySpan<byte> json)
    {
        Span<byte> commitment = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(commitment[..RandomBytes]);
        Mark(commitment[..RandomBytes], commitment[RandomBytes..NonceBytes]);
        Hash(commitment[..NonceBytes], pointer, json, commitment[NonceBytes..]);
        return Convert.ToBase64String(commitment);
    }

    internal WithheldConfirmation Confirm(string commit, string pointer, ReadOnlySpan<byte> json)
    {
        Span<byte> commitment = stackalloc byte[Bytes];
        if (!Convert.TryFromBase64String(commit, commitment, out var length) || length != Bytes)
        {
            return WithheldConfirmation.NoCommitment;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(commitment[..NonceBytes], pointer, json, expected);
        if (CryptographicOperations.FixedTimeEquals(expected, commitment[NonceBytes..]))
        {
            return WithheldConfirmation.Confirmed;
        }

        Span<byte> mark = stackalloc byte[NonceBytes - RandomBytes];
        Mark(commitment[..RandomBytes], mark);
        return CryptographicOperations.FixedTimeEquals(mark, commitment[RandomBytes..NonceBytes]) ? WithheldConfirmation.Different : WithheldConfirmation.NoKey;
    }

    /// <summary>Makes a mark for the header. It shows the holder of the key whose run it is, even where nothing is withheld. It never repeats.</summary>
    internal string Mark()
    {
        Span<byte> mark = stackalloc byte[NonceBytes];
        RandomNumberGenerator.Fill(mark[..RandomBytes]);
        Mark(mark[..RandomBytes], mark[RandomBytes..]);
        return Convert.ToBase64String(mark);
    }

    /// <summary>Whether a mark or a commitment was made with this key.</summary>
    internal bool IsOwn(string mark)
    {
        Span<byte> made = stackalloc byte[Bytes];
        if (!Convert.TryFromBase64String(mark, made, out var length) || length is not (NonceBytes or Bytes))
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[NonceBytes - RandomBytes];
        Mark(made[..RandomBytes], expected);
        return CryptographicOperations.FixedTimeEquals(expected, made[RandomBytes..NonceBytes]);
    }

    // A commitment hashes more bytes, so a mark is never equal to a commitment.
    private void Mark(ReadOnlySpan<byte> random, Span<byte> destination)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, random, hash);
        hash[..destination.Length].CopyTo(destination);
    }

    private void Hash(ReadOnlySpan<byte> nonce, string pointer, ReadOnlySpan<byte> json, Span<byte> destination)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(nonce);
        hash.AppendData(Encoding.UTF8.GetBytes(pointer));
        hash.AppendData([0]);
        hash.AppendData(json);
        hash.GetHashAndReset(destination);
    }
}
