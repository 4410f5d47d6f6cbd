using System.Buffers.Binary;
using System.Numerics;

namespace AgentStepLog.Redacting;

/// <summary>
/// The values by their first four bytes. One thread adds (under a lock), any number read without one: an entry is complete before something points to it,
/// and entries never change. A table that has become too small is copied and replaced.
/// </summary>
internal sealed class KnownTable
{
    private const uint Mix = 0x9E37_79B1;

    // A bit for each beginning, eight times as many as there are values: most places of a text are passed over by one look at it.
    private readonly ulong[] _filter;
    private readonly int[] _heads;
    private readonly KnownValue[] _values;
    private readonly int _filterShift;
    private readonly int _headShift;
    private int _count;

    /// <param name="capacity">How many values it can hold: a power of two, at least 64.</param>
    internal KnownTable(int capacity)
    {
        _values = new KnownValue[capacity];
        _heads = new int[capacity];
        _filter = new ulong[capacity * 16 / 64];
        _headShift = 32 - BitOperations.Log2((uint)capacity);
        _filterShift = 32 - BitOperations.Log2((uint)capacity * 16);
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
        var hash = BinaryPrimitives.ReadUInt32LittleEndian(text) * Mix;
        ref var head = ref _heads[hash >> _headShift];
        _values[_count] = new(text, kind, head);
        Volatile.Write(ref head, _count++);
        ref var bits = ref _filter[hash >> _filterShift >> 6];
        Volatile.Write(ref bits, bits | (1UL << (int)(hash >> _filterShift & 63)));
    }

    internal bool Contains(ReadOnlySpan<byte> text)
    {
        for (var i = Volatile.Read(ref _heads[BinaryPrimitives.ReadUInt32LittleEndian(text) * Mix >> _headShift]); i >= 0; i = _values[i].Next)
        {
            if (text.SequenceEqual(_values[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next place, from <paramref name="at"/> on, at which the beginning of a value may stand; -1 if there is none.</summary>
    internal int NextPlace(ReadOnlySpan<byte> text, int at)
    {
        var filter = _filter;
        var shift = _filterShift;
        for (; at <= text.Length - sizeof(uint); at++)
        {
            var bit = BinaryPrimitives.ReadUInt32LittleEndian(text[at..]) * Mix >> shift;
            if ((filter[bit >> 6] >> (int)(bit & 63) & 1) != 0)
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
        for (var i = Volatile.Read(ref _heads[BinaryPrimitives.ReadUInt32LittleEndian(here) * Mix >> _headShift]); i >= 0; i = _values[i].Next)
        {
            ref readonly var value = ref _values[i];
            if (value.Text.Length > (found.Text?.Length ?? 0) && !(isJson && value.NeedsEscape)
                && here.StartsWith(value.Text) && WordBounds.Holds(text, at, at + value.Text.Length))
            {
                found = value;
            }
        }

        return found.Text is not null;
    }
}
