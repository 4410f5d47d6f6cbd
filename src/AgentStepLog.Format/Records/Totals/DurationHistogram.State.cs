using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Records;

/// <summary>The counts in the form of a head: the least and the greatest value, then each bucket that is not empty, as its number and its count.</summary>
internal sealed partial class DurationHistogram
{
    public void WriteState(JsonBuffer json)
    {
        json.Byte((byte)'[');
        json.Number(_least);
        json.Byte((byte)',');
        json.Number(_greatest);
        for (var octave = 0; octave < _octaves.Length; octave++)
        {
            for (var index = 0; _octaves[octave] is { } buckets && index < SubBuckets; index++)
            {
                if (buckets[index] > 0)
                {
                    json.Byte((byte)',');
                    json.Number((octave * SubBuckets) + index);
                    json.Byte((byte)',');
                    json.Number(buckets[index]);
                }
            }
        }

        json.Byte((byte)']');
    }

    /// <exception cref="Exception">The state has another shape.</exception>
    public void ReadState(JsonElement state)
    {
        var numbers = new long[state.GetArrayLength()];
        var at = 0;
        foreach (var number in state.EnumerateArray())
        {
            numbers[at++] = number.GetInt64();
        }

        (_least, _greatest) = (numbers[0], numbers[1]);
        if (numbers.Length > 2 && _least > _greatest)
        {
            throw new FormatException("has a least duration above the greatest");
        }

        for (var i = 2; i < numbers.Length; i += 2)
        {
            var (octave, index) = Math.DivRem(numbers[i], SubBuckets);
            (_octaves[octave] ??= new long[SubBuckets])[index] = numbers[i + 1] >= 0 ? numbers[i + 1] : throw new FormatException("has a negative count");
            _count += numbers[i + 1];
        }
    }
}
