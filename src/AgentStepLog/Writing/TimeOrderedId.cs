using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AgentStepLog.Writing;

/// <summary>Run ids that sort by the time they were made: UTC to the millisecond, then 48 random bits.</summary>
internal static class TimeOrderedId
{
    internal static string New(DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        var tail = BinaryPrimitives.ReadUInt64LittleEndian(random) >> 16;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd't'HHmmssfff'z'}-{tail:x12}");
    }
}
