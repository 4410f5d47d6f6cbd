using System.Buffers.Binary;

namespace AgentStepLog.Hashing;

/// <summary>The blocks of 64 bytes in which SHA-256 takes a leaf's input, a zero byte and the line, with its padding (FIPS 180-4 §5.1.1).</summary>
internal static class LeafBlocks
{
    public const int Size = 64;

    private const int LengthSize = sizeof(ulong);

    /// <summary>How many bytes the input has once padded.</summary>
    public static int Padded(int line) => (1 + line + 1 + LengthSize + Size - 1) / Size * Size;

    /// <summary>Copies the block that begins at a byte of the input.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">A multiple of 64.</param>
    /// <param name="block">Takes 64 bytes.</param>
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
