using System.Buffers;

namespace AgentStepLog.Reading;

/// <summary>Whole lines of a log that stand together.</summary>
/// <param name="bytes">Rented.</param>
/// <param name="length">How many of the bytes they take.</param>
/// <param name="first">The number of the first of them, from 0.</param>
internal sealed class LineBlock(byte[] bytes, int length, long first)
{
    public long First => first;

    public int Lines { get; } = bytes.AsSpan(0, length).Count((byte)'\n');

    /// <summary>The last line, without its LF.</summary>
    public ReadOnlySpan<byte> Last => bytes.AsSpan(0, length - 1)[(bytes.AsSpan(0, length - 1).LastIndexOf((byte)'\n') + 1)..];

    public MemoryStream Read() => new(bytes, 0, length, writable: false);

    /// <summary>Nobody reads it any more.</summary>
    public void Return() => ArrayPool<byte>.Shared.Return(bytes);
}
