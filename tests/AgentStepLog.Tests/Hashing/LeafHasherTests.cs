using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using AgentStepLog.Hashing;
using Xunit;

namespace AgentStepLog.Tests.Hashing;

public sealed class LeafHasherTests
{
    public static TheoryData<string> Hashers => ["sixteen lanes", "eight lanes", "serial", "the processor's quickest"];

    [Theory]
    [MemberData(nameof(Hashers))]
    public void Each_leaf_is_the_hash_of_a_zero_byte_and_its_line(string hasher)
    {
        var random = new Random(20261121);
        foreach (var count in new[] { 1, 2, 7, 8, 9, 15, 16, 17, 100 })
        {
            // Around the ends of blocks, where the padding changes, and anything else.
            var lengths = Enumerable.Range(0, count).Select(i => i % 3 == 0 ? random.Next(5_000) : (64 * random.Next(4)) + random.Next(130)).ToArray();
            var buffer = new byte[lengths.Sum() + count + 1];
            random.NextBytes(buffer);
            var lines = new LineSpan[count];
            for (int i = 0, at = 1; i < count; at += lengths[i++] + 1)
            {
                lines[i] = new(at, lengths[i]);
            }

            var leaves = new byte[count * SHA256.HashSizeInBytes];
            Make(hasher).Hash(buffer, lines, leaves);

            for (var i = 0; i < count; i++)
            {
                var expected = SHA256.HashData([0, .. buffer.AsSpan(lines[i].Start, lines[i].Length)]);
                Assert.True(leaves.AsSpan(i * expected.Length, expected.Length).SequenceEqual(expected), $"{count} lines, line {i} of {lengths[i]} bytes");
            }
        }
    }

    [Fact]
    public void All_lengths_of_the_first_blocks_are_padded_as_the_standard_says()
    {
        var buffer = new byte[400];
        Array.Fill(buffer, (byte)0xA5);
        var lines = Enumerable.Range(0, 330).Select(length => new LineSpan(7, length)).ToArray();
        var leaves = new byte[lines.Length * SHA256.HashSizeInBytes];

        new LaneHasher<Lanes256>().Hash(buffer, lines, leaves);

        foreach (var line in lines)
        {
            Assert.True(leaves.AsSpan(line.Length * 32, 32).SequenceEqual(SHA256.HashData([0, .. buffer.AsSpan(7, line.Length)])), $"{line.Length} bytes");
        }
    }

    // Each runs on every processor: what it lacks in width, the runtime makes of narrower instructions.
    private static ILeafHasher Make(string name) => name switch
    {
        "sixteen lanes" => new LaneHasher<Lanes512>(),
        "eight lanes" => new LaneHasher<Lanes256>(),
        "serial" => new SerialHasher(),
        _ => LeafHasher.Create(),
    };
}
