using System.Security.Cryptography;

namespace AgentStepLog.Hashing;

/// <summary>The leaves of a line and of the lines that follow it in a buffer.</summary>
internal sealed class LeafBatch
{
    private const int Most = 512;

    // With fewer lines than this, most lanes would be idle.
    private const int Few = 8;

    private readonly ILeafHasher _lanes = LeafHasher.Create();
    private readonly SerialHasher _serial = new();
    private readonly LineSpan[] _lines = new LineSpan[Most];
    private readonly byte[] _leaves = new byte[Most * SHA256.HashSizeInBytes];
    private long _first;
    private int _count;

    public ReadOnlySpan<byte> this[long number] => _leaves.AsSpan((int)(number - _first) * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes);

    public bool Has(long number) => number - _first is >= 0 and var index && index < _count;

    /// <param name="buffer">The bytes that were read.</param>
    /// <param name="line">The first line.</param>
    /// <param name="number">The first line's number.</param>
    public void Hash(ReadOnlySpan<byte> buffer, LineSpan line, long number)
    {
        _first = number;
        _count = 0;
        do
        {
            _lines[_count++] = line;
            var next = Math.Min(buffer.Length, line.Start + line.Length + 1);
            line = new(next, buffer[next..].IndexOf((byte)'\n'));
        }
        while (_count < Most && line.Length >= 0);
        (_count < Few ? _serial : _lanes).Hash(buffer, _lines.AsSpan(0, _count), _leaves);
    }
}
