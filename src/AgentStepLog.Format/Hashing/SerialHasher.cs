using System.Buffers;
using System.Security.Cryptography;

namespace AgentStepLog.Hashing;

/// <summary>Hashes one line after the other with .NET's SHA-256: for processors without wide vectors, and for long lines.</summary>
internal sealed class SerialHasher : ILeafHasher
{
    public void Hash(ReadOnlySpan<byte> buffer, ReadOnlySpan<LineSpan> lines, Span<byte> leaves)
    {
        var longest = 0;
        foreach (var line in lines)
        {
            longest = Math.Max(longest, line.Length);
        }

        var input = ArrayPool<byte>.Shared.Rent(longest + 1);
        input[0] = 0;
        foreach (var line in lines)
        {
            buffer.Slice(line.Start, line.Length).CopyTo(input.AsSpan(1));
            SHA256.HashData(input.AsSpan(0, line.Length + 1), leaves);
            leaves = leaves[SHA256.HashSizeInBytes..];
        }

        ArrayPool<byte>.Shared.Return(input);
    }
}
