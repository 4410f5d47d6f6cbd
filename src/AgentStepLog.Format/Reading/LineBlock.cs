using System.Buffers;

namespace AgentStepLog.Reading;

/// <summary>Consecutive whole lines of a log.</summary>
/// <param name="bytes">The bytes, in an array that is rented.</param>
/// <param name="length">How many bytes of the array the lines take.</param>
/// <param name="first">The number of the first line, from 0.</param>
internal sealed class LineBlock(byte[] bytes, int length, long first)
{
    public long First => first;

    public int Lines { get; } = bytes.AsSpan(0, length).Count((byte)'\n');

    /// <summary>The last line, without its LF.</summary>
    public ReadOnlySpan<byte> Last => bytes.AsSpan(0, length - 1)[(bytes.AsSpan(0, length - 1).LastIndexOf((byte)'\n') + 1)..];

    public MemoryStream Read() => new(bytes, 0, length, writable: false);

    /// <summary>Returns the rented array. The block must not be read any more.</summary>
    public void Return() => ArrayPool<byte>.Shared.Return(bytes);
}
