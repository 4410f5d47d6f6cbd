using System.Numerics;
using System.Security.Cryptography;

namespace AgentStepLog.Hashing;

/// <summary>
/// The RFC 6962 tree over a log's leaves, reduced to what later leaves and roots need: the roots of its whole subtrees, one for each bit
/// of its size that is set.
/// </summary>
internal sealed class CompactRange
{
    private readonly Leaf[] _subtrees = new Leaf[64]; // the largest first
    private int _count;

    public long Size { get; private set; }

    public ReadOnlySpan<Leaf> Subtrees => _subtrees.AsSpan(0, _count);

    /// <returns>Null when this number of subtrees does not form a tree of this size.</returns>
    public static CompactRange? Of(long size, ReadOnlySpan<Leaf> subtrees)
    {
        if (size < 0 || BitOperations.PopCount((ulong)size) != subtrees.Length)
        {
            return null;
        }

        var range = new CompactRange { Size = size, _count = subtrees.Length };
        subtrees.CopyTo(range._subtrees);
        return range;
    }

    public CompactRange Copy() => Of(Size, Subtrees)!;

    public void Add(in Leaf leaf)
    {
        var node = leaf;
        for (var size = Size; (size & 1) == 1; size >>= 1)
        {
            node = Node(_subtrees[--_count], node);
        }

        _subtrees[_count++] = node;
        Size++;
    }

    /// <summary>The tree's root.</summary>
    /// <exception cref="InvalidOperationException">The tree has no leaf.</exception>
    public Leaf Root()
    {
        if (_count == 0)
        {
            throw new InvalidOperationException("A log has a header, and its tree a leaf.");
        }

        var root = _subtrees[_count - 1];
        for (var i = _count - 2; i >= 0; i--)
        {
            root = Node(_subtrees[i], root);
        }

        return root;
    }

    private static Leaf Node(Leaf left, Leaf right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * SHA256.HashSizeInBytes)];
        input[0] = 1;
        ((ReadOnlySpan<byte>)left).CopyTo(input[1..]);
        ((ReadOnlySpan<byte>)right).CopyTo(input[(1 + SHA256.HashSizeInBytes)..]);
        var node = default(Leaf);
        LeafHash.Compute(input, node);
        return node;
    }
}
