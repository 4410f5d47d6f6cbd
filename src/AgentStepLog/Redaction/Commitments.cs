using System.Security.Cryptography;
using System.Text;

namespace AgentStepLog.Redacting;

/// <summary>
/// Makes the <c>commit</c> of what a run withholds: 16 random bytes and HMAC-SHA-256, with a key that is the subject's and the run's, over these
/// bytes, the pointer and the value. Who has the key and a value can tell whether it was that one; who has not can tell nothing.
/// </summary>
internal sealed class Commitments(byte[] key)
{
    internal const int KeyBytes = 32;

    private const int NonceBytes = 16;
    private const int Bytes = NonceBytes + HMACSHA256.HashSizeInBytes;

    internal string Commit(string pointer, ReadOnlySpan<byte> json)
    {
        Span<byte> commitment = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(commitment[..NonceBytes]);
        Hash(commitment[..NonceBytes], pointer, json, commitment[NonceBytes..]);
        return Convert.ToBase64String(commitment);
    }

    internal bool Confirms(string commit, string pointer, ReadOnlySpan<byte> json)
    {
        Span<byte> commitment = stackalloc byte[Bytes];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!Convert.TryFromBase64String(commit, commitment, out var length) || length != Bytes)
        {
            return false;
        }

        Hash(commitment[..NonceBytes], pointer, json, expected);
        return CryptographicOperations.FixedTimeEquals(expected, commitment[NonceBytes..]);
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
