using System.Text.Json.Serialization;

namespace AgentStepLog.IntegrationTests.Flags;

[Flags]
public enum Access
{
    None,
    Read = 1,
    Write = 2,
    Delete = 4,
    ReadWrite = Read | Write,
}

// Without a name for zero; two members share a bit.
[Flags]
public enum Overlap : byte
{
    Low = 3,
    High = 6,
    Top = 128,
}

[Flags]
public enum Signed : sbyte
{
    One = 1,
    Lowest = sbyte.MinValue,
    All = -1,
}

[Flags]
public enum Short : short
{
    A = 1,
    B = 0x4000,
    C = short.MinValue,
}

[Flags]
public enum Wide : ulong
{
    Zero,
    One = 1,
    Top = 1UL << 63,
}

[Flags]
public enum Long : long
{
    One = 1,
    Top = long.MinValue,
}

[Flags]
public enum Word : uint
{
    One = 1,
    Top = 1U << 31,
}

[Flags]
public enum Named
{
    [JsonStringEnumMemberName("read-only")]
    Read = 1,
    [JsonStringEnumMemberName("é <b>")]
    Write = 2,
}

// Not of flags: a combination is a number.
public enum Plain
{
    One = 1,
    Two = 2,
}

public sealed record Grant(Access Value, Access? Maybe = null);
