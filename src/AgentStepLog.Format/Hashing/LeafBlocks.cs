using System.Buffers.Binary;

namespace AgentStepLog.Hashing;

/// <summary>The blocks of 64 bytes for the SHA-256 of a leaf: a zero byte, the line, and the padding (FIPS 180-4 §5.1.1).</summary>
internal static class LeafBlocks
{
    public const int Size = 64;

    private const int LengthSize = sizeof(ulong);

    /// <summary>The length of the padded input in bytes.</summary>
    public static int Padded(int line) => (1 + line + 1 + LengthSize + Size - 1) / Size * Size;

    /// <summary>Copies the block that begins at a place of the input.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">The place in bytes; a multiple of 64.</param>
    /// <param name="block">Receives 64 bytes.</param>
    public static void Copy(ReadOnlySpan<byte> line, int at, Span<byte> block)
    {
        if (at > 0 && at - 1 + Size <= line.Length)
        {
            line.Slice(at - 1, Size).CopyTo(block);
            return;
        }

        block.Clear();
        var zero = at == 0 ? 1 : 0;
        var rest = line[Math.Min(line.Length, Math.Max(0, at - 1))..];
        rest[..Math.Min(rest.Length, Size - zero)].CopyTo(block[zero..]);
        if (1 + line.Length - at is >= 0 and < Size and var end)
        {
            block[end] = 0x80;
        }

        if (at + Size == Padded(line.Length))
        {
            BinaryPrimitives.WriteUInt64BigEndian(block[^LengthSize..], 8 * (1 + (ulong)line.Length));
        }
    }
}
