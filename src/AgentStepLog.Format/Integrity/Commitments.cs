using System.Security.Cryptography;
using System.Text;

namespace AgentStepLog.Integrity;

/// <summary>
/// Makes the <c>commit</c> of what a run withholds: 16 bytes that never come twice and HMAC-SHA-256, with a key that is the subject's and the run's, over
/// these bytes, the pointer and the value. Who has the key and a value can tell whether it was that one; who has not can tell nothing. Half of the 16
/// bytes are random, half follow from them by the key: so a key that was made anew after an erasure is not taken for the one that made the commitment.
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

    /// <summary>A mark for the header: who has the key knows by it whose run it is, also where nothing is withheld. It never comes twice.</summary>
    internal string Mark()
    {
        Span<byte> mark = stackalloc byte[NonceBytes];
        RandomNumberGenerator.Fill(mark[..RandomBytes]);
        Mark(mark[..RandomBytes], mark[RandomBytes..]);
        return Convert.ToBase64String(mark);
    }

    /// <summary>Whether a mark, or a commitment, was made with this key.</summary>
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

    // What is hashed for a value is longer, so that one never stands for the other.
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
