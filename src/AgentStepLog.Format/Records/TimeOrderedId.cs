using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace AgentStepLog.Records;

/// <summary>Run ids that sort by the time at which they were made: UTC to the millisecond, then 48 random bits.</summary>
internal static class TimeOrderedId
{
    private const string Format = "yyyyMMdd't'HHmmssfff'z'";
    private const int TimeLength = 19;

    internal static string New(DateTimeOffset now)
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        var tail = BinaryPrimitives.ReadUInt64LittleEndian(random) >> 16;
        return now.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture) + string.Create(CultureInfo.InvariantCulture, $"-{tail:x12}");
    }

    /// <summary>The time in an id that <see cref="New"/> made; null for another id.</summary>
    internal static DateTimeOffset? TimeOf(string id) =>
        id.Length > TimeLength && id[TimeLength] == '-'
            && DateTimeOffset.TryParseExact(id.AsSpan(0, TimeLength), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
}
