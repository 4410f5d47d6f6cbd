using AgentStepLog.Writing;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Capture;

public sealed class CaptureWriterTests
{
    public enum Wind
    {
        Offshore,
    }

    private sealed class Node
    {
        public string Name { get; } = "n";

        public Node? Next { get; set; }

        public string Broken => Name.Length > 0 ? throw new InvalidDataException("no") : "";
    }

    [Fact]
    public void A_number_is_the_shortest_text_that_means_it_whichever_way_it_is_found()
    {
        var random = new Random(1);
        double[] edges = [0, -0.0, 0.001, 0.0005, 0.1 + 0.2, 0.57, 1e9, 1e9 - 0.001, 999_999_999.9995, 123.456, 100, 5e-324, double.MaxValue, 1e15, 1e16];
        var count = Sweeps.Count(full: 20_000, brief: 4_000);
        var decimals = Enumerable.Range(0, count).Select(i => random.Next(-2_000_000, 2_000_000) / Math.Pow(10, i % 7));
        var any = Enumerable.Range(0, count).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64())).Where(double.IsFinite);
        foreach (var value in edges.Concat(edges.Select(e => -e)).Concat(decimals).Concat(any))
        {
            Assert.Equal(value.ToString("R", CultureInfo.InvariantCulture), Json(value, static (w, v) => w.Value(v)));
        }
    }

    private static void Write(CaptureWriter w, Node? node)
    {
        if (w.BeginObject(node))
        {
            w.Property("name");
            w.Value(node!.Name);
            w.Property("broken");
            if (w.Get(node, static n => n.Broken, out var broken))
            {
                w.Value(broken);
            }

            w.Property("next");
            Write(w, node.Next);
            w.EndObject();
        }
    }

    /// <summary>What stands in the line for a value.</summary>
    private static string Json<T>(T value, Action<CaptureWriter, T> write)
    {
        using var log = StepLog.InMemory();
        Calls.Value(Calls.Echo, value, write, () => value);
        var call = LogLines.Single(log, "tool_call");
        var json = call.GetProperty("output").GetRawText();
        Assert.Equal(json, call.GetProperty("input").GetProperty("value").GetRawText());
        LogLines.AssertSound(log.ToArray());
        return json;
    }

    [Fact]
    public void Values_are_written_as_System_Text_Json_writes_them()
    {
        Assert.Equal("[true,-1,2,-3,4,-5,6,-7,8]", Json(0, static (w, _) => w.List([0], static (w, _) =>
        {
            w.Value(true);
            w.Value((sbyte)-1);
            w.Value((byte)2);
            w.Value((short)-3);
            w.Value((ushort)4);
            w.Value(-5);
            w.Value(6u);
            w.Value(-7L);
            w.Value(8ul);
        })));
        Assert.Equal("1.10", Json(1.10m, static (w, v) => w.Value(v)));
        Assert.Equal("-170141183460469231731687303715884105728", Json(Int128.MinValue, static (w, v) => w.Value(v)));
        Assert.Equal("340282366920938463463374607431768211455", Json(UInt128.MaxValue, static (w, v) => w.Value(v)));
        Assert.Equal("\"x\"", Json('x', static (w, v) => w.Value(v)));
        Assert.Equal("\"25.01:02:03\"", Json(new TimeSpan(25, 1, 2, 3), static (w, v) => w.Value(v)));
        Assert.Equal("\"AQID+/8=\"", Json(new byte[] { 1, 2, 3, 0xFB, 0xFF }, static (w, v) => w.Value(v)));
        Assert.Equal("\"https://x.org/a\"", Json(new Uri("https://x.org/a"), static (w, v) => w.Value(v)));
        Assert.Equal("\"1.2.3\"", Json(new Version(1, 2, 3), static (w, v) => w.Value(v)));
        Assert.Equal("\"Offshore\"", Json(Wind.Offshore, static (w, v) => w.EnumName(v.ToString())));
        Same(new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc), static (w, v) => w.Value(v));
        Same(new DateTime(2026, 11, 21, 9, 0, 0, 120, DateTimeKind.Unspecified), static (w, v) => w.Value(v));
        Same(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(1)).AddTicks(1), static (w, v) => w.Value(v));
        Same(new DateTimeOffset(2026, 11, 20, 9, 0, 10, TimeSpan.Zero), static (w, v) => w.Value(v));
        Same(new DateOnly(2026, 11, 21), static (w, v) => w.Value(v));
        Same(new TimeOnly(9, 30), static (w, v) => w.Value(v));
        Same(Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"), static (w, v) => w.Value(v));
        foreach (var number in new[] { 0.1, 1e300, -0.0, 5e-324, 123456789012345680, 1e16, 1.5 })
        {
            Same(number, static (w, v) => w.Value(v));
            Same((float)number, static (w, v) => w.Value(v));
        }
    }

    private static void Same<T>(T value, Action<CaptureWriter, T> write)
    {
        if (value is not float.PositiveInfinity)
        {
            Assert.Equal(JsonSerializer.Serialize(value), Json(value, write));
        }
    }

    [Fact]
    public void NaN_and_infinity_are_strings()
    {
        Assert.Equal("\"NaN\"", Json(double.NaN, static (w, v) => w.Value(v)));
        Assert.Equal("\"Infinity\"", Json(double.PositiveInfinity, static (w, v) => w.Value(v)));
        Assert.Equal("\"-Infinity\"", Json(float.NegativeInfinity, static (w, v) => w.Value(v)));
        Assert.Equal("\"NaN\"", Json(Half.NaN, static (w, v) => w.Value(v)));
    }

    [Fact]
    public void A_cyclic_object_says_where_the_cycle_closes()
    {
        var node = new Node { Next = new() };
        node.Next.Next = node;
        Assert.Equal(
            """{"name":"n","broken":"[unreadable:System.IO.InvalidDataException]","next":{"name":"n","broken":"[unreadable:System.IO.InvalidDataException]","next":"[cycle]"}}""",
            Json(node, Write));
    }

    [Fact]
    public void An_object_nested_too_deep_says_where_it_was_left()
    {
        var node = new Node();
        for (var i = 0; i < 200; i++)
        {
            node = new() { Next = node };
        }

        var json = Json(node, Write);
        Assert.EndsWith("\"[depth]\"" + new string('}', CaptureWriter.MaxDepth), json, StringComparison.Ordinal);
    }

    [Fact]
    public void Things_that_all_know_each_other_do_not_fill_the_memory()
    {
        var ring = Enumerable.Range(0, 12).Select(_ => new List<object?>()).ToArray();
        foreach (var item in ring)
        {
            item.AddRange(ring);
        }

        using var log = StepLog.InMemory();
        Calls.Value<object?>(Calls.Echo, ring[0], static (w, v) => w.Any(v), () => null);
        var reference = LogLines.Single(log, "tool_call").GetProperty("input").GetProperty("value");
        Assert.InRange(reference.GetProperty("bytes").GetInt64(), LineLimits.DefaultValueLimit, LineLimits.DefaultValueLimit * 1.1);
    }

    [Fact]
    public void A_lazy_sequence_is_not_enumerated()
    {
        static IEnumerable<int> Lazy()
        {
            Assert.Fail("Nobody may enumerate this.");
            yield return 1;
        }

        Assert.Equal("\"[not enumerated]\"", Json(Lazy(), static (w, v) => w.List(v, static (w, x) => w.Value(x))));
    }

    [Fact]
    public void A_list_that_breaks_while_it_is_read_leaves_a_mark_and_what_stands_around_it()
    {
        var list = new List<int> { 1, 2 };
        Assert.Equal(
            """{"before":1,"list":"[unreadable:System.InvalidOperationException]","after":2}""",
            Json(list, static (w, v) =>
            {
                w.BeginObject();
                w.Property("before");
                w.Value(1);
                w.Property("list");
                w.List(v, (w, x) =>
                {
                    w.BeginObject();
                    v.Add(3);
                    w.EndObject();
                });
                w.Property("after");
                w.Value(2);
                w.EndObject();
            }));
    }

    [Fact]
    public void Keys_of_the_users_stay_apart_from_the_formats_and_from_each_other()
    {
        var map = new Dictionary<string, int> { ["$blob"] = 1, ["$$x"] = 2, ["\uD800"] = 3, ["\uD801"] = 4, ["a"] = 5 };
        Assert.Equal(
            """{"$$blob":1,"$$$x":2,"�":3,"�#2":4,"a":5}""",
            Json(map, static (w, v) => w.Dictionary(v, static k => k, static (w, x) => w.Value(x))));
    }

    [Fact]
    public void Objects_of_unknown_type_are_written_when_their_own_type_is_known()
    {
        var value = new Dictionary<string, object?>
        {
            ["n"] = null, ["s"] = "x", ["i"] = 1, ["d"] = double.NaN, ["e"] = Wind.Offshore, ["list"] = new object[] { 1, "a" },
            ["set"] = new HashSet<string> { "q" }, ["table"] = new System.Collections.Hashtable { [7] = "seven" },
            ["json"] = JsonDocument.Parse("""{ "$a" : [1.0, "é"] }""").RootElement, ["node"] = JsonNode.Parse("[1]"), ["stream"] = Stream.Null,
        };
        Assert.Equal(
            """{"n":null,"s":"x","i":1,"d":"NaN","e":"Offshore","list":[1,"a"],"set":["q"],"table":{"7":"seven"},"json":{"$$a":[1.0,"é"]},"node":[1],"stream":"[not recorded:System.IO.Stream\u002BNullStream]"}""",
            Json<object?>(value, static (w, v) => w.Any(v)));
    }

    [Fact]
    public void Json_with_a_key_twice_is_kept_as_text_for_no_line_has_a_key_twice()
    {
        var element = JsonDocument.Parse("""{"a":1,"a":2}""").RootElement;
        Assert.Equal("""{"a":1,"a":2}""", JsonDocument.Parse(Json(element, static (w, v) => w.Value(v))).RootElement.GetString());
    }

    [Fact]
    public void A_withheld_value_leaves_its_kind_and_the_pointer_to_it()
    {
        using var log = StepLog.InMemory();
        var scope = StepScope.Begin(Calls.Echo, Calls.Origin)!;
        scope.Input("hunter2", static (w, _) =>
        {
            w.Property("a/b~c");
            w.List([1, 2], static (w, i) =>
            {
                w.BeginObject();
                w.Property("id");
                w.Value(i);
                w.Property("$key");
                w.Withhold("api-key");
                w.EndObject();
            });
            w.Property("password");
            w.Withhold("sensitive");
        });
        scope.WithholdOutput("card");
        scope.EndVoid();

        var call = LogLines.Single(log, "tool_call");
        Assert.DoesNotContain("hunter2", Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
        Assert.Equal("""{"a/b~c":[{"id":1,"$$key":"[redacted:api-key]"},{"id":2,"$$key":"[redacted:api-key]"}],"password":"[redacted:sensitive]"}""", call.GetProperty("input").GetRawText());
        Assert.Equal("[redacted:card]", LogLines.Text(call, "output"));
        Assert.Equal(
            """[{"at":"/input/a~1b~0c/0/$$key","kind":"api-key"},{"at":"/input/a~1b~0c/1/$$key","kind":"api-key"},{"at":"/input/password","kind":"sensitive"},{"at":"/output","kind":"card"}]""",
            call.GetProperty("redacted").GetRawText());
    }

    [Fact]
    public void An_input_callback_that_throws_keeps_the_arguments_before()
    {
        using var log = StepLog.InMemory();
        var scope = StepScope.Begin(Calls.Echo, Calls.Origin)!;
        scope.Input(1, static (w, _) =>
        {
            w.Property("first");
            w.Value(1);
            w.Property("second");
            w.BeginObject();
            w.Property("inner");
            throw new InvalidDataException("no");
        });
        scope.EndVoid();

        Assert.Equal(
            """{"first":1,"second":"[unreadable:System.IO.InvalidDataException]"}""",
            LogLines.Single(log, "tool_call").GetProperty("input").GetRawText());
    }
}
