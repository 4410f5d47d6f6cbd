namespace AgentStepLog.Writing;

/// <summary>
/// The last lines of a log. They are kept as bytes in slots that are reused, and are parsed only when a reader asks for them. Guarded by the log's lock.
/// </summary>
internal sealed class StepRing(int capacity)
{
    // A slot does not keep the memory of a long line for a short one.
    private const int KeptSlack = 4096;

    private readonly List<Slot> _slots = [];
    private int _next;

    internal void Add(ReadOnlySpan<byte> line)
    {
        if (capacity == 0)
        {
            return;
        }

        if (_slots.Count < capacity)
        {
            _slots.Add(new());
        }

        _slots[_next].Set(line);
        _next = (_next + 1) % capacity;
    }

    /// <summary>The lines, the oldest first: each has its parsed step, or else a copy of its bytes.</summary>
    internal (Slot Slot, Step? Step, byte[]? Line)[] Snapshot()
    {
        var result = new (Slot, Step?, byte[]?)[_slots.Count];
        var first = _slots.Count < capacity ? 0 : _next;
        for (var i = 0; i < result.Length; i++)
        {
            var slot = _slots[(first + i) % result.Length];
            result[i] = (slot, slot.Step, slot.Step is null ? slot.Copy() : null);
        }

        return result;
    }

    internal sealed class Slot
    {
        private byte[] _bytes = [];
        private int _length;

        internal Step? Step { get; private set; }

        internal void Set(ReadOnlySpan<byte> line)
        {
            if (_bytes.Length < line.Length || _bytes.Length > line.Length + KeptSlack)
            {
                _bytes = new byte[line.Length + (line.Length / 4)];
            }

            line.CopyTo(_bytes);
            _length = line.Length;
            Step = null;
        }

        internal byte[] Copy() => _bytes.AsSpan(0, _length).ToArray();

        /// <summary>Keeps a parsed step, unless its slot has been reused for another line.</summary>
        internal void Keep(Step step, byte[] line)
        {
            if (_bytes.AsSpan(0, _length).SequenceEqual(line))
            {
                Step = step;
            }
        }
    }
}
