using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

public sealed class ScannerCacheTests
{
    private readonly ScannerCache _cache = new();

    [Fact]
    public void Options_that_say_the_same_share_what_was_prepared_also_in_turn_with_others()
    {
        var (first, second) = (_cache.ScannerOf(Options("cache-a")), _cache.ScannerOf(Options("cache-b")));

        Assert.Same(first, _cache.ScannerOf(Options("cache-a")));
        Assert.Same(second, _cache.ScannerOf(Options("cache-b")));
        Assert.NotSame(first, second);
    }

    [Fact]
    public void Each_part_of_the_options_tells_them_apart()
    {
        var plain = _cache.ScannerOf(Options("cache-c"));
        var (less, more, personal) = (Options("cache-c"), Options("cache-c"), Options("cache-c"));
        less.Except.Add("npm-token");
        more.Shapes.Add(new("another", "another-", SecretAlphabet.Hex, 12));
        personal.PersonalData = PersonalData.Email;

        Assert.All([less, more, personal], options => Assert.NotSame(plain, _cache.ScannerOf(options)));
    }

    [Fact]
    public void It_keeps_so_many_and_no_more()
    {
        var first = _cache.ScannerOf(Options("cache-first"));
        for (var i = 0; i < ScannerCache.Size; i++)
        {
            _cache.ScannerOf(Options($"cache-{i}"));
        }

        Assert.NotSame(first, _cache.ScannerOf(Options("cache-first")));
    }

    private static WithholdingOptions Options(string kind) => new() { Except = ["github-token"], Shapes = [new(kind, kind + "-", SecretAlphabet.Hex, 12)] };
}
