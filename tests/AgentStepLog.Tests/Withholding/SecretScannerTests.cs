using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

public sealed class SecretScannerTests
{
    private static readonly SecretMint s_mint = new(1);

    public static TheoryData<string, string, string> Samples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (kind, make) in new SecretMint(7).Shapes)
        {
            for (var i = 0; i < 5; i++)
            {
                var (text, secret) = make();
                data.Add(kind, text, secret);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_token_of_each_shape_is_withheld_and_nothing_around_it(string kind, string text, string secret)
    {
        foreach (var before in new[] { "", "the key is ", new string('x', 30) + " ", "a=", "(", "„" })
        {
            foreach (var after in new[] { "", ", then", ")", "\n", new string(' ', 40) })
            {
                Assert.Equal(before + text.Replace(secret, $"[redacted:{kind}]", StringComparison.Ordinal) + after, Withheld(before + text + after));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_token_is_found_in_JSON_in_JSON_within_JSON_and_with_other_escapes(string kind, string text, string secret)
    {
        var once = JsonSerializer.Serialize(text);
        var twice = JsonSerializer.Serialize(once);
        var slashes = once.Replace("/", "\\/", StringComparison.Ordinal);
        foreach (var json in new[] { once, twice, JsonSerializer.Serialize(twice), slashes, JsonSerializer.Serialize(slashes) })
        {
            var shown = Withheld(json);

            Assert.Contains($"[redacted:{kind}]", shown, StringComparison.Ordinal);
            Assert.All(Regex.Matches(secret, "[A-Za-z0-9]{10,}"), piece => Assert.DoesNotContain(piece.Value, shown, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Each_built_in_shape_has_a_sample() =>
        Assert.Equal(WithholdingOptions.BuiltInKinds.Order(StringComparer.Ordinal), s_mint.Shapes.Select(s => s.Kind).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_of_the_built_in_shapes_is_what_they_make() =>
        Assert.Equal(Rows(AnchorTable.Of(BuiltInShapes.All)), Rows(BuiltInTable.Bytes.ToArray()));

    [Fact]
    public void What_the_built_in_shapes_are_found_by_is_what_they_have()
    {
        Assert.Equal(Fours(KnownAnchors.AnchorsOf(BuiltInShapes.All)), Fours(BuiltInTable.Anchors.ToArray()));
        Assert.Equal(Fours(KnownAnchors.BeginningsOf(BuiltInShapes.All)), Fours(BuiltInTable.Beginnings.ToArray()));
    }

    [Fact]
    public void A_token_is_found_at_every_place_of_a_text()
    {
        for (var at = 0; at < 70; at++)
        {
            var token = "ghp_" + s_mint.Of("abc123", 36);
            Assert.Equal($"{new string('.', at)}[redacted:github-token]", Withheld(new string('.', at) + token));
        }
    }

    [Theory]
    [InlineData("xAKIAIOSFODNN7EXAMPLE")]
    [InlineData("AKIAIOSFODNN7EXAMPLEX")]
    [InlineData("AKIAIOSFODNN7EXAMPL")]
    [InlineData("akiaiosfodnn7example")]
    [InlineData("task-runner-configuration-2")]
    [InlineData("sk-fading-circle-animation-delay-12")]
    [InlineData("sk-abcdefghijklmnopqrstuvwxyz")]
    [InlineData("Bearer authentication is used")]
    [InlineData("the bearer of this letter12345")]
    [InlineData("Basic authentication")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9")]
    [InlineData("eyJmb28iOiJiYXIifQ.eyJmb28iOiJiYXIifQ.c2lnbmF0dXJl")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY----- is missing in the configuration file of the service")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYDVQQGEwJJ\n-----END CERTIFICATE-----")]
    [InlineData("?sig=short&x=1")]
    [InlineData("xoxb-your-token-here")]
    [InlineData("hf_hub_download_with_retries_and_more_words")]
    [InlineData("aws_secret_access_key = <your secret access key>")]
    public void What_only_looks_alike_stays(string text) => Assert.Equal(text, Withheld(text));

    [Fact]
    public void A_private_key_is_withheld_with_its_armour_whatever_ends_its_lines()
    {
        foreach (var lineEnd in new[] { "\n", "\r\n", " ", "\\n", "\\r\\n", "\\\\n" })
        {
            Assert.Equal("before\n[redacted:private-key]\nafter it", Withheld($"before\n{s_mint.Pem(lineEnd)}\nafter it"));
        }
    }

    [Fact]
    public void An_encrypted_private_key_is_withheld_with_its_headers()
    {
        var key = s_mint.Pem("\n").Replace("KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,AB12\n\n", StringComparison.Ordinal);

        Assert.Equal("[redacted:private-key]", Withheld(key));
    }

    [Fact]
    public void A_private_key_that_was_cut_off_is_withheld_as_far_as_it_goes()
    {
        var key = s_mint.Pem("\n");
        for (var length = 60; length < key.Length; length++)
        {
            var shown = Withheld(key[..length] + " … and so on");
            Assert.StartsWith("[redacted:private-key]", shown, StringComparison.Ordinal);
            Assert.EndsWith("… and so on", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_private_key_in_lines_of_an_array_is_withheld_in_each()
    {
        var json = JsonSerializer.Serialize(s_mint.Pem("\n").Split('\n').Append("and more"));

        var lines = JsonSerializer.Deserialize<string[]>(Withheld(json))!;

        Assert.Equal([.. Enumerable.Repeat("[redacted:private-key]", 9), "and more"], lines);
    }

    [Fact]
    public void Shapes_can_be_switched_off_and_added()
    {
        var options = new WithholdingOptions
        {
            Except = ["github-token"],
            Shapes = [new SecretShape("acme-key", "acme:", SecretAlphabet.Hex, 12, 12), new SecretShape("short", "zz~", SecretAlphabet.Base64, 8)],
        };
        var token = "ghp_" + new string('a', 36);

        Assert.Equal($"{token} [redacted:acme-key] [redacted:short] [redacted:npm-token]",
            ScannerCache.Shared.ScannerOf(options).Withhold($"{token} acme:00112233445f zz~abc/d+fgh npm_{new string('b', 36)}"));
        Assert.Equal("acme:00112233445f7", ScannerCache.Shared.ScannerOf(options).Withhold("acme:00112233445f7"));
        Assert.Equal(token, ScannerCache.Shared.ScannerOf(WithholdingOptions.None).Withhold(token));
        Assert.Throws<ArgumentException>(() => StepLog.InMemory(new() { Withholding = new() { Except = ["github"] } }));
    }

    [Theory]
    [InlineData("", "acme", 8)]
    [InlineData("Kind", "acme", 8)]
    [InlineData("kind", "ac", 8)]
    [InlineData("kind", "ac\"me", 8)]
    [InlineData("kind", "acme", 7)]
    public void A_shape_that_would_be_found_everywhere_or_break_a_line_is_refused(string kind, string prefix, int length) =>
        Assert.ThrowsAny<ArgumentException>(() => new SecretShape(kind, prefix, SecretAlphabet.Hex, length));

    [Fact]
    public void Looking_through_text_without_tokens_costs_no_memory()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"location":"Taghazout","note":"AKIA is a prefix, eyJ too, and -----BEGIN "}""", 50)));
        SecretScanner.BuiltIn.Find(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            Assert.True(SecretScanner.BuiltIn.Find(text) is null);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Rows(byte[] table) =>
        string.Join('\n', table.Chunk(16).Select(row => string.Join(", ", row.Select(b => $"0x{b:X2}")) + ","));

    private static string Fours(byte[] bytes) =>
        string.Join('\n', bytes.Chunk(4 * 24).Select(row => $"\"{Encoding.ASCII.GetString(row).Replace("\0", "\\0", StringComparison.Ordinal)}\"u8"));

    private static string Withheld(string text) => SecretScanner.BuiltIn.Withhold(text);
}
