using System.Text;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

/// <summary>The quick search against one that asks every pattern at every place.</summary>
public sealed class SecretSearchTests
{
    private const int Texts = 4000;

    private static readonly string[] s_between =
    [
        " ", "", "x", "\"", "\\n", "\\u002B", "\\", "é", "task-", "key=", "the ", "a", "7", "_", "-", "\n", "%2B", "\",\"", ":", "{\"a\":\"", new('.', 31), new('b', 17),
    ];

    private static readonly ILookup<byte, SecretPattern> s_byAnchor = BuiltInShapes.All.ToLookup(pattern => pattern.Prefix[pattern.Anchor]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Everything_is_found_that_asking_each_pattern_at_each_place_finds_and_nothing_else(int seed)
    {
        var mint = new SecretMint(seed);
        var random = new Random(seed);
        var found = 0;
        for (var i = 0; i < Texts; i++)
        {
            var text = Encoding.UTF8.GetBytes(Text(mint, random));

            var matches = SecretScanner.BuiltIn.Find(text) ?? [];

            Assert.Equal(Slowly(text), matches);
            found += matches.Count;
        }

        Assert.InRange(found, Texts / 2, Texts * 4);
    }

    // Tokens, whole, cut off and with a character changed, prefixes alone, and what stands between.
    private static string Text(SecretMint mint, Random random)
    {
        var text = new StringBuilder();
        for (var part = random.Next(1, 5); part > 0; part--)
        {
            var token = mint.Shapes[random.Next(mint.Shapes.Count)].Make().Text;
            text.Append(s_between[random.Next(s_between.Length)]);
            switch (random.Next(5))
            {
                case 0:
                    text.Append(token, 0, random.Next(token.Length));
                    break;
                case 1:
                    text.Append(token).Replace(token[random.Next(token.Length)], (char)random.Next(32, 127), text.Length - token.Length, token.Length);
                    break;
                case 2:
                    text.Append(Encoding.ASCII.GetString(BuiltInShapes.All[random.Next(BuiltInShapes.All.Count)].Prefix));
                    break;
                default:
                    text.Append(token);
                    break;
            }

            text.Append(s_between[random.Next(s_between.Length)]);
        }

        return text.ToString();
    }

    private static List<SecretMatch> Slowly(byte[] text)
    {
        List<SecretMatch>? matches = null;
        for (var place = 0; place < text.Length; place++)
        {
            // Of several that stand here those with a longer anchor come first.
            foreach (var pattern in s_byAnchor[text[place]].OrderBy(pattern => pattern.Prefix.Length - pattern.Anchor < AnchorTable.Bytes))
            {
                var start = place - pattern.Anchor;
                if (start >= 0 && text.AsSpan(start).StartsWith(pattern.Prefix) && pattern.Match(text, start, ref matches) is > 0 and var end)
                {
                    place = end - 1;
                    break;
                }
            }
        }

        return matches ?? [];
    }
}
