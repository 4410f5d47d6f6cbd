using System.Buffers.Binary;

namespace AgentStepLog.Files;

/// <summary>The CRC-32 of gzip (RFC 1952, 8), eight bytes at a time. The processor's instruction computes another polynomial.</summary>
internal static class Crc32
{
    private const int At = 256;

    private static readonly uint[] s_tables = Tables();

    /// <summary>Continues a checksum, which begins with 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var tables = s_tables;
        crc = ~crc;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[sizeof(uint)..]);
            crc = tables[(7 * At) + (low & 0xFF)] ^ tables[(6 * At) + ((low >> 8) & 0xFF)] ^ tables[(5 * At) + ((low >> 16) & 0xFF)] ^ tables[(4 * At) + (low >> 24)]
                ^ tables[(3 * At) + (high & 0xFF)] ^ tables[(2 * At) + ((high >> 8) & 0xFF)] ^ tables[At + ((high >> 16) & 0xFF)] ^ tables[high >> 24];
        }

        foreach (var b in bytes)
        {
            crc = tables[(crc ^ b) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    // Each table is for a byte with one more zero byte after it.
    private static uint[] Tables()
    {
        var tables = new uint[8 * At];
        for (var i = 0u; i < At; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }

            tables[i] = crc;
        }

        for (var i = At; i < tables.Length; i++)
        {
            var crc = tables[i - At];
            tables[i] = tables[crc & 0xFF] ^ (crc >> 8);
        }

        return tables;
    }
}
