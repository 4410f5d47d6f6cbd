using System.Buffers.Binary;

namespace AgentStepLog.Hashing;

/// <summary>The hash of a blob in 32 bytes. A verifier remembers hundreds of thousands of them, and a text of 64 digits takes five times the memory.</summary>
internal readonly record struct BlobHash
{
    private const int Digits = 64;
    private const int Words = 4;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    private BlobHash(ReadOnlySpan<ulong> words) => (_a, _b, _c, _d) = (words[0], words[1], words[2], words[3]);

    /// <summary>Reads <c>sha256:</c> and 64 lower-case hex digits; false for other texts, so that a reference never names a path.</summary>
    public static bool TryParse(ReadOnlySpan<byte> reference, out BlobHash hash)
    {
        hash = default;
        return reference.StartsWith("sha256:"u8) && TryParseDigits(reference["sha256:"u8.Length..], out hash);
    }

    private static bool TryParseDigits(ReadOnlySpan<byte> digits, out BlobHash hash)
    {
        hash = default;
        if (digits.Length != Digits)
        {
            return false;
        }

        Span<ulong> words = stackalloc ulong[Words];
        for (var i = 0; i < Digits; i++)
        {
            var digit = digits[i] switch
            {
                >= (byte)'0' and <= (byte)'9' => digits[i] - '0',
                >= (byte)'a' and <= (byte)'f' => digits[i] - 'a' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return false;
            }

            ref var word = ref words[i * Words / Digits];
            word = (word << 4) | (uint)digit;
        }

        hash = new(words);
        return true;
    }

    /// <summary>Makes a hash from its 32 bytes.</summary>
    public static BlobHash Of(ReadOnlySpan<byte> bytes)
    {
        Span<ulong> words = stackalloc ulong[Words];
        for (var i = 0; i < Words; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt64BigEndian(bytes[(i * sizeof(ulong))..]);
        }

        return new(words);
    }

    /// <summary>Has a random seed. The author of a log chooses the hashes in it, and could otherwise choose ones that collide in a table.</summary>
    public override int GetHashCode() => HashCode.Combine(_a, _b, _c, _d);

    /// <summary>Returns 64 lower-case hex digits.</summary>
    public override string ToString() => $"{_a:x16}{_b:x16}{_c:x16}{_d:x16}";
}
