using System.Security.Cryptography;
using AgentStepLog.Hashing;

namespace AgentStepLog.Tests.Hashing;

public sealed class LeafHashTests
{
    [Fact]
    public void Whatever_computes_it_a_leaf_is_the_SHA256_of_its_input()
    {
        var input = new byte[20_000];
        new Random(20261121).NextBytes(input);
        Span<byte> leaf = stackalloc byte[SHA256.HashSizeInBytes];
        for (var length = 0; length <= input.Length; length += length < 300 ? 1 : 97)
        {
            LeafHash.Compute(input.AsSpan(0, length), leaf);
            Assert.True(leaf.SequenceEqual(SHA256.HashData(input.AsSpan(0, length))), $"{length} bytes");
        }
    }

    [Fact]
    public void The_plain_functions_of_the_library_are_used_where_they_are_there_and_allowed()
    {
        Assert.SkipUnless(File.Exists("/usr/lib/x86_64-linux-gnu/libcrypto.so.3"), "This system has no OpenSSL 3 where Debian puts it.");
        Assert.True(NativeSha256.IsUsable());
        AppContext.SetSwitch("AgentStepLog.NativeSha256", false);
        try
        {
            Assert.False(NativeSha256.IsUsable());
        }
        finally
        {
            AppContext.SetSwitch("AgentStepLog.NativeSha256", true);
        }
    }
}
