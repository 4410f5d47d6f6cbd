using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AgentStepLog.Withholding;

/// <summary>
/// A hash table of the known values, by their first four bytes and by the hash of the key. One thread adds under a lock, and any number of threads read without a lock:
/// an entry is complete before anything points to it, and entries never change. A table that has become too small is copied and replaced.
/// </summary>
internal sealed class KnownTable
{
    private const uint Mix = 0x9E37_79B1;
    private const ulong Step = 0x0000_0100_0000_01B3;
    private const ulong WideMix = 0x9E37_79B9_7F4A_7C15;
    private const int BitsPerValue = 16;

    /// <summary>The most bytes of a value's key. A longer value is found by these bytes, and then compared as a whole.</summary>
    internal const int Key = 256;

    /// <summary>The most values that may share one key. Each of them is compared at every place where the key is found.</summary>
    internal const int MostOfOneKey = 64;

    // One bit for each first four bytes. One look at it rules out most places of a text.
    private readonly ulong[] _filter;
    private readonly KnownGroup?[] _groups;
    private readonly int[] _heads;
    private readonly KnownValue[] _values;
    private readonly int _filterShift;
    private readonly int _groupShift;
    private readonly int _headShift;
    private int _count;

    /// <param name="capacity">The most values that it can hold: a power of two, at least 64.</param>
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
            larger.TryAdd(_values[i].Text, _values[i].Kind);
        }

        return larger;
    }

    /// <returns>False if the table has no room: too many values share this value's key.</returns>
    internal bool TryAdd(byte[] text, string kind)
    {
        var key = KeyOf(text);
        ref var head = ref _heads[HeadOf(HashOf(key))];
        if (key.Length == Key && OfKey(head, key) == MostOfOneKey)
        {
            return false;
        }

        _values[_count] = new(text, kind, head);
        Volatile.Write(ref head, _count++);

        var beginning = BinaryPrimitives.ReadUInt32LittleEndian(text);
        ref var slot = ref _groups[beginning * Mix >> _groupShift];
        var group = Find(slot, beginning);
        if (group is null)
        {
            group = new(beginning, slot);
            group.Add(key.Length);
            Volatile.Write(ref slot, group);
        }
        else
        {
            group.Add(key.Length);
        }

        var bit = beginning * Mix >> _filterShift;
        ref var bits = ref _filter[bit >> 6];
        Volatile.Write(ref bits, bits | (1UL << (int)(bit & 63)));
        return true;
    }

    internal bool Contains(ReadOnlySpan<byte> text)
    {
        for (var i = Volatile.Read(ref _heads[HeadOf(HashOf(KeyOf(text)))]); i >= 0; i = _values[i].Next)
        {
            if (text.SequenceEqual(_values[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next place, from <paramref name="at"/> on, where a value may begin; -1 if there is none.</summary>
    internal int NextPlace(ReadOnlySpan<byte> text, int at)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        ref var filter = ref MemoryMarshal.GetArrayDataReference(_filter);
        var shift = _filterShift;
        var last = text.Length - sizeof(uint);
        for (; at <= last - sizeof(uint); at += sizeof(uint))
        {
            // One load and one branch check four places.
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

    /// <summary>The longest value that stands at a place and is no part of another word or number.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="at">The place.</param>
    /// <param name="covered">The end of an earlier match. Values that end before it are ignored.</param>
    /// <param name="isJson">Whether the text is JSON that still has its escapes.</param>
    /// <param name="effort">
    /// How many bytes may still be compared without a match. When none are left, a long value counts as found where its key stands, and only the key is withheld.
    /// </param>
    /// <param name="found">The value that was found.</param>
    internal bool TryMatch(ReadOnlySpan<byte> text, int at, int covered, bool isJson, ref long effort, out KnownValue found)
    {
        found = default;
        var here = text[at..];
        var beginning = BinaryPrimitives.ReadUInt32LittleEndian(here);
        if (Find(Volatile.Read(ref _groups[beginning * Mix >> _groupShift]), beginning) is not { } group)
        {
            return false;
        }

        var lengths = group.Lengths;
        Span<ulong> hashes = lengths.Length <= 16 ? stackalloc ulong[16] : stackalloc ulong[Key];
        var (hash, read, count) = (0UL, 0, 0);
        for (; count < lengths.Length && lengths[count] <= here.Length; count++)
        {
            for (; read < lengths[count]; read++)
            {
                hash = (hash ^ here[read]) * Step;
            }

            hashes[count] = hash;
        }

        while (--count >= 0 && (lengths[count] == Key || at + lengths[count] > covered))
        {
            if (Longest(hashes[count], text, at, covered, lengths[count], isJson, ref effort, out found))
            {
                return true;
            }
        }

        return false;
    }

    // Finds the longest of the values that share a key.
    private bool Longest(ulong hash, ReadOnlySpan<byte> text, int at, int covered, int key, bool isJson, ref long effort, out KnownValue found)
    {
        found = default;
        var here = text[at..];
        for (var i = Volatile.Read(ref _heads[HeadOf(hash)]); i >= 0; i = _values[i].Next)
        {
            var value = _values[i];
            if (!here[..key].SequenceEqual(value.Key) || (isJson && value.NeedsEscape))
            {
                continue;
            }

            if (value.Text.Length > key && effort <= 0)
            {
                value = value with { Text = value.Key };
            }

            var length = value.Text.Length;
            if (length > here.Length || at + length <= covered || length <= (found.Text?.Length ?? 0))
            {
                continue;
            }

            if (here[..length].SequenceEqual(value.Text) && WordBounds.Holds(text, at, at + length))
            {
                found = value;
            }
            else
            {
                effort -= length;
            }
        }

        return found.Text is not null;
    }

    private int OfKey(int head, ReadOnlySpan<byte> key)
    {
        var count = 0;
        for (var i = head; i >= 0; i = _values[i].Next)
        {
            count += key.SequenceEqual(_values[i].Key) ? 1 : 0;
        }

        return count;
    }

    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> text) => text.Length > Key ? text[..Key] : text;

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
