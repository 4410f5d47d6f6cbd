using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.Tests.Tools;

public class JsonInputTests
{
    private enum Tide
    {
        Low,
        High,
    }

    [Flags]
    private enum Days : sbyte
    {
        None = 0,
        Saturday = 1,
        Sunday = 2,
        All = -1,
    }

    public static TheoryData<string, object?> GoodValues() => new()
    {
        { "sbyte:-128", (sbyte)-128 }, { "byte:255", (byte)255 }, { "short:-32768", short.MinValue }, { "ushort:65535", ushort.MaxValue },
        { "int:5.0", 5 }, { "int:1e3", 1000 }, { "long:-9223372036854775808", long.MinValue }, { "ulong:18446744073709551615", ulong.MaxValue },
        { "int128:170141183460469231731687303715884105727", Int128.MaxValue }, { "float:1.5", 1.5f }, { "named:\"NaN\"", double.NaN },
        { "named:\"-Infinity\"", double.NegativeInfinity }, { "double:1e300", 1e300 }, { "decimal:1.00000000000000000000000000000000009", 1m }, { "decimal:1.10", 1.10m }, { "char:\"x\"", 'x' }, { "bool:true", true },
        { "guid:\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", new Guid("6f9619ff-8b86-d011-b42d-00c04fc964ff") },
        { "datetime:\"2026-11-21T09:00:00\"", new DateTime(2026, 11, 21, 9, 0, 0) },
        { "offset:\"2026-11-21T09:00:00+01:00\"", new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(1)) },
        { "date:\"2026-11-21\"", new DateOnly(2026, 11, 21) }, { "time:\"09:30\"", new TimeOnly(9, 30) }, { "time:\"09:30:00.1234567\"", new TimeOnly(9, 30).Add(TimeSpan.FromTicks(1234567)) },
        { "span:\"1.02:00:00\"", TimeSpan.FromHours(26) }, { "version:\"1.2.3\"", new Version(1, 2, 3) }, { "enum:\"High\"", Tide.High },
        { "uri:\"https://a.b/c\"", new Uri("https://a.b/c") }, { "string?:null", null }, { "int?:null", null }, { "int?:3", 3 },
    };

    public static TheoryData<string, string> BadValues() => new()
    {
        { "sbyte:128", "expected a whole number from -128 to 127, got the number 128" },
        { "byte:-1", "expected a whole number from 0 to 255, got the number -1" },
        { "int:5.5", "expected a whole number from -2147483648 to 2147483647, got the number 5.5" },
        { "int:\"5\"", "got the string \"5\"" },
        { "int:null", "got null" },
        { "ulong:18446744073709551616", "got the number 18446744073709551616" },
        { "float:1e300", "expected a number that is not so large" },
        { "double:1e400", "expected a number that is not so large" },
        { "double:\"NaN\"", "expected a number, got the string \"NaN\"" },
        { "double:\"much\"", "expected a number, got the string \"much\"" },
        { "decimal:1e50", "expected a number from -79228162514264337593543950335 to 79228162514264337593543950335" },
        { "decimal:\"5\"", "expected a number, got the string \"5\"" },
        { "uri:\"a/b\"", "expected a URI such as https://example.com/path, got the string \"a/b\"" },
        { "char:\"xy\"", "expected a string of one character" },
        { "bool:\"true\"", "expected true or false, got the string \"true\"" },
        { "string:true", "expected a string, got the boolean true" },
        { "string:[1]", "expected a string, got an array" },
        { "string:{}", "expected a string, got an object" },
        { "guid:\"x\"", "expected a UUID" },
        { "datetime:\"21.11.2026\"", "expected an ISO 8601 date-time" },
        { "offset:\"2026-11-21T09:00:00\"", "expected an ISO 8601 date-time with offset" },
        { "offset:\"2026-11-21\"", "expected an ISO 8601 date-time with offset" },
        { "date:\"2026-11-21T09:00:00Z\"", "expected a date such as 2026-11-21" },
        { "time:\"9\"", "expected a time of day" },
        { "span:\"PT5M\"", "expected a duration such as 00:30:00" },
        { "bytes:\"***\"", "expected bytes in base64" },
        { "enum:\"high\"", "expected one of \"Low\", \"High\", got the string \"high\"" },
        { "enum:1", "expected one of \"Low\", \"High\", got the number 1" },
        { "list:{}", "expected an array, got an object" },
        { "list:[1,\"x\",3,null]", "v[1]: expected a whole number from -2147483648 to 2147483647, got the string \"x\"" },
        { "list:[1,\"x\",3,null]", "v[3]: expected a whole number from -2147483648 to 2147483647, got null" },
        { "map:{\"a\":1,\"b\":[]}", "v.b: expected a whole number" },
        { "spot:{\"name\":\"reef\"}", "v.depth: expected a whole number from -2147483648 to 2147483647, got nothing: it is required" },
        { "spot:{\"name\":\"reef\",\"depth\":1,\"dept\":2}", "v.dept: no such property; did you mean \"depth\"?" },
        { "spot:{\"name\":\"\",\"depth\":1}", "v: not accepted: A spot has a name." },
        { "spot:7", "v: expected an object, got the number 7" },
    };

    [Theory]
    [MemberData(nameof(GoodValues))]
    public void What_fits_is_read(string value, object? expected) => Assert.Equal(expected, Read(value));

    [Theory]
    [MemberData(nameof(BadValues))]
    public void What_does_not_fit_is_told_with_place_expectation_and_what_came(string value, string says) =>
        Assert.Contains(says, Assert.Throws<ToolArgumentException>(() => Read(value)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("3", (sbyte)3)]
    [InlineData("-4", (sbyte)-4)]
    [InlineData("\"3\"", (sbyte)3)]
    [InlineData("\"Saturday, 12\"", (sbyte)13)]
    [InlineData("\"Sunday,Saturday\"", (sbyte)3)]
    [InlineData("\"-128\"", sbyte.MinValue)]
    public void A_log_says_flags_by_names_or_as_it_said_them_before_by_a_number(string json, sbyte expected)
    {
        var problems = new JsonProblems(strictNames: false);

        var value = new JsonInput(JsonIndex.Of(System.Text.Encoding.UTF8.GetBytes(json)), JsonPath.Root, problems)
            .Flags(("None", Days.None), ("Saturday", Days.Saturday), ("Sunday", Days.Sunday), ("All", Days.All));

        Assert.Equal(((Days)expected, false), (value, problems.Any));
    }

    [Fact]
    public void A_type_that_refuses_the_stand_in_for_a_bad_value_adds_no_problem_of_its_own()
    {
        var refused = Assert.Throws<ToolArgumentException>(() => Read("spot:{\"name\":7,\"depth\":1}"));

        Assert.Equal("Invalid arguments for T:\n- v.name: expected a string, got the number 7", refused.Message);
    }

    [Fact]
    public void A_long_value_is_shown_by_its_beginning_and_many_problems_by_their_number()
    {
        Assert.Contains("\"" + new string('x', 80) + "…\"", Assert.Throws<ToolArgumentException>(() => Read($"int:\"{new string('x', 5000)}\"")).Message, StringComparison.Ordinal);
        var many = Assert.Throws<ToolArgumentException>(() => Read($"list:[{string.Join(',', Enumerable.Repeat("\"x\"", 1000))}]")).Message;
        Assert.EndsWith("\n- and 950 more", many, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("loc", "location")]
    [InlineData("Location", "location")]
    [InlineData("lcoation", "location")]
    [InlineData("max_results", "maxResults")]
    [InlineData("locaton_name", null)]
    [InlineData("colour", null)]
    [InlineData("k0", null)]
    public void The_nearest_name_is_found_when_one_is_near(string given, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(given, ["at", "location", "maxResults"]));

    private static object? Read(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var arguments = new ToolArguments(ToolFunctions.Create(RecordedMethod.Tool("T", "T"), "", "{}", static (_, _, _) => default), new TableSource(null), null);
        Assert.Null(arguments.Read(new($"{{\"v\":{value[(colon + 1)..]}}}")));
        var result = arguments.Required<object?>("v", value[..colon] switch
        {
            "sbyte" => v => v.SByte(),
            "byte" => v => v.Byte(),
            "short" => v => v.Int16(),
            "ushort" => v => v.UInt16(),
            "int" => v => v.Int32(),
            "long" => v => v.Int64(),
            "ulong" => v => v.UInt64(),
            "int128" => v => v.Int128(),
            "float" => v => v.Single(),
            "double" => v => v.Double(),
            "named" => v => v.Numbers(named: true).Double(),
            "decimal" => v => v.Decimal(),
            "char" => v => v.Char(),
            "bool" => v => v.Boolean(),
            "string" => v => v.String(),
            "string?" => v => v.NullableString(),
            "int?" => v => v.Nullable(x => x.Int32()),
            "guid" => v => v.Guid(),
            "datetime" => v => v.DateTime(),
            "offset" => v => v.DateTimeOffset(),
            "date" => v => v.DateOnly(),
            "time" => v => v.TimeOnly(),
            "span" => v => v.TimeSpan(),
            "version" => v => v.Version(),
            "uri" => v => v.Uri(),
            "bytes" => v => v.Bytes(),
            "enum" => v => v.Enum(("Low", Tide.Low), ("High", Tide.High)),
            "list" => v => v.List(x => x.Int32()),
            "map" => v => v.Dictionary(x => x.Int32()),
            "spot" => v =>
            {
                var o = v.Object();
                return new Spot(o.Required("name", x => x.String()), o.Required("depth", x => x.Int32()));
            },
            var other => throw new ArgumentException(other),
        });
        arguments.Check();
        return result;
    }

    private sealed record Spot
    {
        public Spot(string name, int depth)
        {
            Name = name.Length > 0 ? name : throw new ArgumentException("A spot has a name.");
            Depth = depth;
        }

        public string Name { get; }

        public int Depth { get; }
    }
}
