using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace AgentStepLog.Hashing;

/// <summary>
/// SHA-256 of many lines at once, each in its own lane. A verifier knows all lines beforehand, so it can use vector instructions, which
/// a writer's chain cannot. A lane that has finished its line takes the next one.
/// </summary>
internal sealed class LaneHasher<T> : ILeafHasher
    where T : struct, ILanes<T>
{
    private const int Idle = -1;

    private readonly uint[] _state = new uint[Sha256Constants.Start.Length * T.Count]; // for each word, the values of all lanes
    private readonly uint[] _block = new uint[LeafBlocks.Size / sizeof(uint) * T.Count]; // for each word, the values of all lanes
    private readonly int[] _line = new int[T.Count];
    private readonly int[] _at = new int[T.Count];
    private readonly byte[] _rows = new byte[LeafBlocks.Size * T.Count]; // for each lane, its block

    public void Hash(ReadOnlySpan<byte> buffer, ReadOnlySpan<LineSpan> lines, Span<byte> leaves)
    {
        var next = 0;
        for (var lane = 0; lane < T.Count; lane++)
        {
            Begin(lane, lines, ref next);
        }

        while (Load(buffer, lines))
        {
            Compress();
            for (var lane = 0; lane < T.Count; lane++)
            {
                if (_line[lane] is not Idle and var line && (_at[lane] += LeafBlocks.Size) == LeafBlocks.Padded(lines[line].Length))
                {
                    Write(lane, leaves.Slice(line * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
                    Begin(lane, lines, ref next);
                }
            }
        }
    }

    private void Begin(int lane, ReadOnlySpan<LineSpan> lines, ref int next)
    {
        _line[lane] = next < lines.Length ? next++ : Idle;
        _at[lane] = 0;
        for (var word = 0; word < Sha256Constants.Start.Length; word++)
        {
            _state[(word * T.Count) + lane] = Sha256Constants.Start[word];
        }
    }

    // Loads each lane's next block; false when all lanes are idle.
    private bool Load(ReadOnlySpan<byte> buffer, ReadOnlySpan<LineSpan> lines)
    {
        var any = false;
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (_line[lane] is not Idle and var line)
            {
                any = true;
                LeafBlocks.Copy(buffer.Slice(lines[line].Start, lines[line].Length), _at[lane], _rows.AsSpan(lane * LeafBlocks.Size, LeafBlocks.Size));
            }
        }

        LaneWords.Transpose(_rows, _block, T.Count);
        return any;
    }

    private void Write(int lane, Span<byte> leaf)
    {
        for (var word = 0; word < Sha256Constants.Start.Length; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(leaf[(word * sizeof(uint))..], _state[(word * T.Count) + lane]);
        }
    }

    // FIPS 180-4 §6.2.2, with the schedule of words kept as a ring of 16. It is optimised from the first call on, since vectors in code that is not optimised take
    // longer than one lane after the other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compress()
    {
        ref var state = ref MemoryMarshal.GetArrayDataReference(_state);
        ref var words = ref MemoryMarshal.GetArrayDataReference(_block);
        ref var rounds = ref MemoryMarshal.GetReference(Sha256Constants.Rounds);
        var (a, b, c, d) = (Word(ref state, 0), Word(ref state, 1), Word(ref state, 2), Word(ref state, 3));
        var (e, f, g, h) = (Word(ref state, 4), Word(ref state, 5), Word(ref state, 6), Word(ref state, 7));
        for (var t = 0; t < Sha256Constants.Rounds.Length; t++)
        {
            var word = Word(ref words, t & 15);
            if (t >= 16)
            {
                word = word + T.RotationsAndShift(Word(ref words, (t + 1) & 15), 7, 18, 3)
                    + Word(ref words, (t + 9) & 15) + T.RotationsAndShift(Word(ref words, (t + 14) & 15), 17, 19, 10);
                word.Store(ref Unsafe.Add(ref words, (t & 15) * T.Count));
            }

            var first = h + T.Rotations(e, 6, 11, 25) + T.Choose(e, f, g) + T.All(Unsafe.Add(ref rounds, t)) + word;
            var second = T.Rotations(a, 2, 13, 22) + T.Majority(a, b, c);
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        Add(ref state, 0, a);
        Add(ref state, 1, b);
        Add(ref state, 2, c);
        Add(ref state, 3, d);
        Add(ref state, 4, e);
        Add(ref state, 5, f);
        Add(ref state, 6, g);
        Add(ref state, 7, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Word(ref uint words, int index) => T.Load(ref Unsafe.Add(ref words, index * T.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref uint words, int index, T sum) => (Word(ref words, index) + sum).Store(ref Unsafe.Add(ref words, index * T.Count));
}
