#pragma warning disable IDE0059, CA1806 // Values are made for the calls that making them needs.
using static AgentStepLog.IntegrationTests.Calls.Mark;

namespace AgentStepLog.IntegrationTests.Calls;

/// <summary>A call is recorded once wherever C# lets it stand, under the name of the member that it stands in.</summary>
public sealed class PlaceTests
{
    private const string Here = "PlaceTests.Expressions";

    private static readonly (string Member, Action Run)[] s_members =
    [
        ("Fields.Field", () => new Fields()),
        ("Auto.Value", () => new Auto()),
        ("Chained..ctor", () => new Chained()),
        ("Based..ctor", () => new Based()),
        ("Members.Got", () => _ = new Members().Got),
        ("Members.Got", () => new Members().Got = 1),
        ("Members.this[]", () => _ = new Members()[1]),
        ("Members.Happened", () => new Members().Happened += () => { }),
        ("Members.op_Addition", () => _ = new Members() + 1),
        ("Members.op_Explicit", () => _ = (int)new Members()),
        ("Members.Iterate", () => new Members().Iterate().ToList()),
        ("Members.IterateAsync", () => new Members().IterateAsync().ToBlockingEnumerable(TestContext.Current.CancellationToken).ToList()),
        ("Members.Local", () => new Members().Local()),
        ("Members.Filtered", () => new Members().Filtered()),
        ("Members.Finally", () => new Members().Finally()),
        ("Fields.Late", () => _ = Fields.Late.Value),
    ];

    [Fact]
    public void In_every_kind_of_member()
    {
        foreach (var (member, run) in s_members)
        {
            using var log = StepLog.InMemory();
            run();
            Assert.Equal(member, Assert.Single(log.Steps.OfType<ToolCallStep>()).Caller!.Member);
        }
    }

    [Fact]
    public void In_every_kind_of_expression()
    {
        using var log = StepLog.InMemory();

        var hits = Expressions();

        var steps = log.Steps.OfType<ToolCallStep>().ToList();
        Assert.Equal(Enumerable.Range(1, hits), steps.Select(s => s.InputJson.ToElement().GetProperty("n").GetInt32()));
        Assert.All(steps, s => Assert.Equal(Here, s.Caller!.Member));
    }

    // Each call has the number of its turn.
    private static int Expressions()
    {
        var text = $"{Hit(1)} {Hit(2):x}";
        var nested = Hit(Hit(Hit(3) + 1) + 1);
        var extended = 6.Twice() + Mark.Twice(7);
        int[] collected = [Hit(8), .. new[] { Hit(9) }];
        var (a, b) = (Hit(10), Hit(11));
        var anonymous = new { A = Hit(12), B = new Chained?[] { null } };
        var chosen = Hit(13) switch { > 100 => Hit(0), 13 when Hit(14) == 14 => Hit(15), _ => Hit(0) };
        var matched = new Auto2(Hit(16)) is { Value: > 1 } and { Value: var v } && Hit(17) is > 1 and < 100;
        var coalesced = (int?)null ?? Hit(18);
        var conditional = Hit(19) > 0 || Hit(0) > 0 ? Hit(20) : Hit(0);
        collected[Hit(21) - 21] += Hit(22);
        var queried = (from n in new[] { 23 } let m = Hit(n) where m > 1 select m.ToString("x", null) + Hit(24)).ToList();
        Func<int, int> lambda = static n => Hit(n);
        lambda(25);
        for (var i = Hit(26); i < 27; i += Hit(28))
        {
            lock (text)
            {
                using var stream = new MemoryStream(Hit(27));
            }
        }

        return Total(a, b, nested, extended, chosen, coalesced, conditional, queried.Count, matched ? 1 : 0, anonymous.A);
    }

    private static int Total(params int[] _) => 28;

    [Fact]
    public void Along_a_chain_only_as_far_as_it_goes()
    {
        using var log = StepLog.InMemory();
        Chain? chain = new() { Next = new() };

        Assert.Null(chain?.Follow(1)?.Follow(2)?.Follow(3));
        Assert.Equal(2, log.Steps.OfType<ToolCallStep>().Count());

        chain = null;
        Assert.Null(chain?.Follow(1)!.Follow(2));
        Assert.Equal(2, log.Steps.OfType<ToolCallStep>().Count());
    }

    [Fact]
    public void Arguments_are_evaluated_in_the_order_of_the_plain_call()
    {
        using var log = StepLog.InMemory();
        var order = new List<string>();
        int Next(int n, string name)
        {
            order.Add(name);
            return n;
        }

        Ordered Receiver(string name)
        {
            order.Add(name);
            return new Ordered(order);
        }

        Receiver("r").Recorded(c: Next(1, "c"), a: Next(2, "a"), b: Next(3, "b"));
        Receiver("r").Recorded(Next(1, "a"), Next(2, "b"), Next(3, "c"), Next(4, "d"), Next(5, "e"));
        Receiver("r").Recorded(Next(1, "a"), c: Next(3, "c"));
        var recorded = order.ToList();
        order.Clear();
        Receiver("r").Plain(c: Next(1, "c"), a: Next(2, "a"), b: Next(3, "b"));
        Receiver("r").Plain(Next(1, "a"), Next(2, "b"), Next(3, "c"), Next(4, "d"), Next(5, "e"));
        Receiver("r").Plain(Next(1, "a"), c: Next(3, "c"));

        Assert.Equal(order, recorded);
        Assert.Equal(3, log.Steps.OfType<ToolCallStep>().Count());
    }

    internal sealed record Auto2(int Value);

    internal sealed class Ordered(List<string> order)
    {
        [AgentTool]
        public void Recorded(int a, int b = 2, int c = 3, params int[] rest) => Plain(a, b, c, rest);

        public void Plain(int a, int b = 2, int c = 3, params int[] rest) => order.Add($"{a} {b} {c} {string.Join(" ", rest)}");
    }
}
