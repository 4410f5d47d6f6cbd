using System.Text;
using AgentStepLog.Hashing;

namespace AgentStepLog.Tests.Hashing;

public class Crc32CTests
{
    [Theory]
    [InlineData("", 0x00000000u)]
    [InlineData("a", 0xC1D04330u)]
    [InlineData("123456789", 0xE3069283u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x22620404u)]
    public void Known_texts_have_their_known_checksums(string text, uint checksum) =>
        Assert.Equal(checksum, Crc32C.Compute(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(0x00, 0x8A9136AAu)]
    [InlineData(0xFF, 0x62A8AB43u)]
    public void Thirty_two_equal_bytes_have_the_checksums_of_rfc_3720(byte value, uint checksum) =>
        Assert.Equal(checksum, Crc32C.Compute(Enumerable.Repeat(value, 32).ToArray()));

    [Fact]
    public void Thirty_two_rising_bytes_have_the_checksum_of_rfc_3720() =>
        Assert.Equal(0x46DD794Eu, Crc32C.Compute(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray()));
}
