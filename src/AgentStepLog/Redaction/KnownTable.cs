using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AgentStepLog.Redacting;

/// <summary>
/// The values by their first four bytes, and by the hash of the whole. One thread adds (under a lock), any number read without one: an entry is complete
/// before something points to it, and entries never change. A table that has become too small is copied and replaced.
/// </summary>
internal sealed class KnownTable
{
    private const uint Mix = 0x9E37_79B1;
    private const ulong Step = 0x0000_0100_0000_01B3;
    private const ulong WideMix = 0x9E37_79B9_7F4A_7C15;
    private const int BitsPerValue = 16;

    // A bit for each beginning: most places of a text are passed over by one look at it.
    private readonly ulong[] _filter;
    private readonly KnownGroup?[] _groups;
    private readonly int[] _heads;
    private readonly KnownValue[] _values;
    private readonly int _filterShift;
    private readonly int _groupShift;
    private readonly int _headShift;
    private int _count;

    /// <param name="capacity">How many values it can hold: a power of two, at least 64.</param>
    internal KnownTable(int capacity)
    {
        _values = new KnownValue[capacity];
        _heads = new int[capacity];
        _groups = new KnownGroup[capacity];
        _filter = new ulong[capacity * BitsPerValue / 64];
        var bits = BitOperations.Log2((uint)capacity);
        (_headShift, _groupShift, _filterShift) = (64 - bits, 32 - bits, 32 - bits - BitOperations.Log2(BitsPerValue));
        Array.Fill(_heads, -1);
    }

    internal int Count => _count;

    internal bool IsFull => _count == _values.Length;

    internal KnownTable Doubled()
    {
        var larger = new KnownTable(2 * _values.Length);
        for (var i = 0; i < _count; i++)
        {
            larger.Add(_values[i].Text, _values[i].Kind);
        }

        return larger;
    }

    internal void Add(byte[] text, string kind)
    {
        ref var head = ref _heads[HeadOf(HashOf(text))];
        _values[_count] = new(text, kind, head);
        Volatile.Write(ref head, _count++);

        var beginning = BinaryPrimitives.ReadUInt32LittleEndian(text);
        ref var slot = ref _groups[beginning * Mix >> _groupShift];
        var group = Find(slot, beginning);
        if (group is null)
        {
            group = new(beginning, slot);
            group.Add(text.Length);
            Volatile.Write(ref slot, group);
        }
        else
        {
            group.Add(text.Length);
        }

        var bit = beginning * Mix >> _filterShift;
        ref var bits = ref _filter[bit >> 6];
        Volatile.Write(ref bits, bits | (1UL << (int)(bit & 63)));
    }

    internal bool Contains(ReadOnlySpan<byte> text) => IndexOf(HashOf(text), text) >= 0;

    /// <summary>The next place, from <paramref name="at"/> on, at which the beginning of a value may stand; -1 if there is none.</summary>
    internal int NextPlace(ReadOnlySpan<byte> text, int at)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var shift = _filterShift;
        var last = text.Length - sizeof(uint);
        for (; at <= last - sizeof(uint); at += sizeof(uint))
        {
            // Four places of one load, and one branch for them.
            var bytes = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, at));
            if (((Bit(ref filter, (uint)bytes * Mix >> shift) | Bit(ref filter, (uint)(bytes >> 8) * Mix >> shift)
                | Bit(ref filter, (uint)(bytes >> 16) * Mix >> shift) | Bit(ref filter, (uint)(bytes >> 24) * Mix >> shift)) & 1) != 0)
            {
                break;
            }
        }

        for (; at <= last; at++)
        {
            if ((Bit(ref filter, Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, at)) * Mix >> shift) & 1) != 0)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The longest value that stands at a place and is the value there, and no part of another word or number.</summary>
    internal bool TryMatch(ReadOnlySpan<byte> text, int at, bool isJson, out KnownValue found)
    {
        found = default;
        var here = text[at..];
        var beginning = BinaryPrimitives.ReadUInt32LittleEndian(here);
        if (Find(Volatile.Read(ref _groups[beginning * Mix >> _groupShift]), beginning) is not { } group)
        {
            return false;
        }

        var (hash, read) = (0UL, 0);
        foreach (var length in group.Lengths)
        {
            if (length > here.Length)
            {
                break;
            }

            for (; read < length; read++)
            {
                hash = (hash ^ here[read]) * Step;
            }

            if (IndexOf(hash, here[..length]) is >= 0 and var index && !(isJson && _values[index].NeedsEscape) && WordBounds.Holds(text, at, at + length))
            {
                found = _values[index];
            }
        }

        return found.Text is not null;
    }

    private int IndexOf(ulong hash, ReadOnlySpan<byte> text)
    {
        for (var i = Volatile.Read(ref _heads[HeadOf(hash)]); i >= 0; i = _values[i].Next)
        {
            if (text.SequenceEqual(_values[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    private ulong HeadOf(ulong hash) => hash * WideMix >> _headShift;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bit(ref ulong filter, uint bit) => Unsafe.Add(ref filter, bit >> 6) >> (int)(bit & 63);

    private static KnownGroup? Find(KnownGroup? group, uint beginning)
    {
        while (group is not null && group.Beginning != beginning)
        {
            group = group.Next;
        }

        return group;
    }

    private static ulong HashOf(ReadOnlySpan<byte> text)
    {
        var hash = 0UL;
        foreach (var b in text)
        {
            hash = (hash ^ b) * Step;
        }

        return hash;
    }
}
