using System.Text;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tests.Withholding;

/// <summary>Secrets that are larger than a value may be, and secrets of which a part was read before an exception.</summary>
public sealed class CutSecretTests : IDisposable
{
    private const int Limit = 4096;

    private readonly TempDirectory _directory = new();
    private readonly KeyRing _ring;

    public CutSecretTests() => _ring = KeyRing.Create(_directory.In("keys.json"));

    public static TheoryData<string, object, string?> Large { get; } = new()
    {
        { "text", new string('s', 3 * Limit), $"\"{new string('s', 3 * Limit)}\"" },
        { "bytes", new byte[3 * Limit], $"\"{new string('A', 4 * Limit)}\"" },
        { "text beyond what a run keeps", new string('s', KnownValues.MaxBytes + 1), null },
        { "bytes beyond what a run keeps", new byte[KnownValues.MaxBytes], null },
    };

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Large), DisableDiscoveryEnumeration = true)]
    public void What_is_cut_from_a_line_is_committed_to_as_a_whole_or_not_at_all(string what, object value, string? json)
    {
        using var log = StepLog.Start(_directory.In("logs"), new() { KeyRing = _ring, UserId = "max", ValueLimit = Limit });
        Calls.Value(Calls.Echo, what, (w, _) => w.Withhold("pem", value, static v => v), () => what);

        var withheld = Assert.Single(log.Steps.OfType<ToolCallStep>()).Withheld;

        Assert.Equal(["/input/value", "/output"], withheld.Select(static r => r.At));
        Assert.All(withheld, withheld =>
        {
            Assert.Equal(json is null ? WithheldConfirmation.NoCommitment : WithheldConfirmation.Confirmed, _ring.Confirm("max", log.RunId, withheld, JsonText.Parse(json ?? "null")));
            Assert.Equal(json is null, withheld.Commit is null);
            foreach (var mark in new[] { "[too large:12288]", "[too large]", $"[too large:{KnownValues.MaxBytes}]", $"[too large:{KnownValues.MaxBytes + 1}]" })
            {
                Assert.NotEqual(WithheldConfirmation.Confirmed, _ring.Confirm("max", log.RunId, withheld, JsonText.Of(mark)));
            }
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_cut_from_a_line_is_withheld_where_it_comes_again(bool commits)
    {
        var pem = string.Concat(Enumerable.Range(0, 1000).Select(static i => $"{i:x4}"));
        using var log = StepLog.InMemory(new() { KeyRing = commits ? _ring : null, UserId = "max", ValueLimit = 1024 });
        Calls.Value(Calls.Echo, pem, static (w, v) => w.Withhold("pem", v, static p => p), () => pem);
        Calls.Value(Calls.Echo, pem, static (w, v) => w.Withhold("parts", v, static (x, p) => x.List([p + "1", p + "2"], static (y, item) => y.Value(item))), () => pem);

        using (var call = log.ToolCall("Read"))
        {
            call.Fail(new InvalidOperationException($"the key {pem} and {pem}2"));
        }

        Assert.Equal("the key [redacted:pem] and [redacted:parts]", log.Steps.OfType<ToolCallStep>().Last().Error!.Split(" [too large")[0]);
    }

    [Fact]
    public void Nothing_commits_to_the_mark_that_stands_for_a_value()
    {
        using var log = StepLog.InMemory(new() { KeyRing = _ring, UserId = "max" });
        foreach (var mark in new[] { "[too large]", "[too large:5000]", "[cycle]", "[depth]", "[unreadable:System.Exception]", "[not enumerated]", "[not recorded:T]" })
        {
            Calls.Value(Calls.Echo, mark, static (w, v) => w.Withhold("pin", v, static v => v), () => mark);
        }

        Assert.All(log.Steps.OfType<ToolCallStep>().SelectMany(static s => s.Withheld), static r => Assert.Null(r.Commit));
    }

    [Fact]
    public void A_text_that_no_run_could_keep_is_counted_and_not_copied()
    {
        using var log = StepLog.InMemory();
        var text = new string('s', 8 * KnownValues.MaxBytes);
        log.Writer.Secrets.Known.Add("pem", "warm");
        var before = GC.GetAllocatedBytesForCurrentThread();
        log.Writer.Secrets.Known.Add("pem", text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, KnownValues.MaxBytes);
        Assert.Equal((1, 1), (log.Health.WithheldValues, log.Health.WithheldValuesLeftOut));
    }

    public static TheoryData<string, Action<CaptureWriter, string>> Broken { get; } = new()
    {
        { "an object", static (w, secret) =>
            {
                w.BeginObject();
                w.Property("a");
                w.Value(secret);
                w.Property("n");
                w.Value(271_828_182);
                w.Property("b");
                throw new InvalidDataException("no");
            }
        },
        { "a list", static (w, secret) => w.List<object?>(new Torn(secret), static (x, item) => x.Any(item)) },
        { "a list in an object", static (w, secret) =>
            {
                w.BeginObject();
                w.Property("a");
                w.List<object?>(new Torn(secret), static (x, item) => x.Any(item));
                w.EndObject();
            }
        },
        { "a dictionary", static (w, secret) => w.Dictionary<string, object?>(new Torn(secret), static key => key, static (x, item) => x.Any(item)) },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void What_was_read_of_a_secret_before_it_threw_is_withheld_where_it_comes_again(string what, Action<CaptureWriter, string> write)
    {
        foreach (var way in new Action<StepScope>[]
        {
            s => s.Input(write, static (w, write) =>
            {
                w.Property("value");
                w.Withhold("card", "4111222233334444", write);
            }),
            s => s.WithholdOutput("card", "4111222233334444", write),
            s => s.WithholdItem("card", "4111222233334444", write),
        })
        {
            using var log = StepLog.InMemory();
            var scope = StepScope.Begin(Calls.Echo, Calls.Origin)!;
            way(scope);
            scope.EndVoid();
            log.Record(new EventStep { Name = what, Data = JsonText.Of("it was 4111222233334444, or 271828182") });

            Assert.Equal("it was [redacted:card], or [redacted:card]", log.Steps.OfType<EventStep>().Single().Data.ToElement().GetString());
            Assert.DoesNotContain("4111222233334444", Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
        }
    }

    // Gives two items and then throws, as a list does that somebody else changes.
    private sealed class Torn(string secret) : IReadOnlyCollection<object?>, IReadOnlyCollection<KeyValuePair<string, object?>>
    {
        public int Count => 3;

        IEnumerator<object?> IEnumerable<object?>.GetEnumerator()
        {
            yield return secret;
            yield return 271_828_182;
            throw new InvalidOperationException("changed");
        }

        IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator()
        {
            yield return new("a", secret);
            yield return new("n", 271_828_182);
            throw new InvalidOperationException("changed");
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
    }
}
