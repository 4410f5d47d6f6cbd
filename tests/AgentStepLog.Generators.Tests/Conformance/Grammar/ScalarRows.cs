namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>Values without parts.</summary>
internal static class ScalarRows
{
    public static readonly IReadOnlyList<TypeRow> All =
    [
        Row("Boolean", "bool", "true", ["true", "false"], ["\"true\"", "1", "\"yes\"", "[true]"]),
        Whole("SByte", "sbyte", "-128", "127", "128"),
        Whole("Byte", "byte", "0", "255", "256"),
        Whole("Int16", "short", "-32768", "32767", "32768"),
        Whole("UInt16", "ushort", "0", "65535", "65536"),
        Whole("Int32", "int", "-2147483648", "2147483647", "2147483648"),
        Whole("UInt32", "uint", "0", "4294967295", "4294967296"),
        Whole("Int64", "long", "-9223372036854775808", "9223372036854775807", "9223372036854775808"),
        Whole("UInt64", "ulong", "0", "18446744073709551615", "18446744073709551616"),
        Whole("Int128", "Int128", "-170141183460469231731687303715884105728", "170141183460469231731687303715884105727", "170141183460469231731687303715884105728", hasDefault: false),
        Whole("UInt128", "UInt128", "0", "340282366920938463463374607431768211455", "340282366920938463463374607431768211456", hasDefault: false),
        Row("Half", "Half", null, ["1.5", "-2", "0.1"], ["\"1.5\"", "1e9", "\"NaN\"", "true"]),
        Row("Single", "float", "2.5f", ["1.5", "-2", "0.1", "1e30"], ["\"1.5\"", "1e99", "\"NaN\"", "\"Infinity\"", "true"]),
        Row("Double", "double", "2.5", ["1.5", "-2", "0.1", "1e300", "-0.0", "123456789012345678"], ["\"1.5\"", "1e999", "\"NaN\"", "\"-Infinity\"", "true"]),
        Row("Decimal", "decimal", "2.5m", ["1.5", "-2", "0.10", "1e5", "79228162514264337593543950335"], ["\"1.5\"", "1e99", "\"NaN\"", "true"]),
        Row("Char", "char", "'x'", ["\"x\"", "\"\\u00e9\"", "\" \""], ["\"xy\"", "\"\"", "\"\\ud83d\\ude00\"", "1"]),
        Row("String", "string", "\"text \\\" é\"", ["\"text\"", "\"\"", "\"line\\nbreak \\u00e9 \\ud83d\\ude00 <&>\""], ["1", "true", "[]", "{}"]),
        Row("DateTime", "DateTime", "default", ["\"2026-11-21T09:00:00\"", "\"2026-11-21T09:00:00Z\"", "\"2026-11-21T09:00:00.1234567Z\"", "\"2026-11-21\""], ["\"tomorrow\"", "\"21.11.2026\"", "\"2026-11-21 09:00\"", "\"\"", "1"]),
        Row("DateTimeOffset", "DateTimeOffset", "default", ["\"2026-11-21T09:00:00+01:00\"", "\"2026-11-21T09:00:00Z\""], ["\"tomorrow\"", "\"2026-11-21T09:00:00\"", "\"2026-11-21\"", "1"]),
        Row("DateOnly", "DateOnly", "default", ["\"2026-11-21\""], ["\"tomorrow\"", "\"2026-1-2\"", "\"2026-11-21T09:00:00\"", "1"]),
        Row("TimeOnly", "TimeOnly", "default", ["\"09:00:00\"", "\"09:00:00.1234567\"", "\"23:59:59\""], ["\"noon\"", "\"09:00\"", "\"9:00\"", "\"25:00:00\"", "1"]),
        Row("TimeSpan", "TimeSpan", "default", ["\"00:30:00\"", "\"1.02:00:00\"", "\"-00:00:01.5000000\""], ["\"an hour\"", "\"PT30M\"", "\"24:00:00\"", "\"00:30\"", "1"]),
        Row("Guid", "Guid", "default", ["\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\""], ["\"none\"", "\"6f9619ff8b86d011b42d00c04fc964ff\"", "\"{6f9619ff-8b86-d011-b42d-00c04fc964ff}\"", "1"]),
        Row("Uri", "Uri", null, ["\"https://example.com/a?b=c\"", "\"a/b\"", "\"\""], ["1", "\"http://[\"", "true"]),
        Row("Version", "Version", null, ["\"1.2.3\"", "\"1.2\"", "\"1.2.3.4\""], ["\"one\"", "\"1\"", "\" 1.2\"", "1.2"]),
        Row("Bytes", "byte[]", null, ["\"AQID\"", "\"\""], ["\"???\"", "\"AQI\"", "[1,2,3]"]),
        Row("ByteMemory", "ReadOnlyMemory<byte>", "default", ["\"AQID\"", "\"\""], ["\"???\"", "[1,2,3]"]),
        Row("WritableMemory", "Memory<byte>", "default", ["\"AQID\""], ["\"???\"", "[1,2,3]"]),
        Row("Element", "JsonElement", null, ["{\"x\":[1]}", "1.50", "\"x\"", "true"], ["[]"]),
        Row("JsonNode", "JsonNode", null, ["{\"x\":[1]}", "1.50", "\"x\"", "[null]"], ["[]"]),
        Row("JsonObject", "JsonObject", null, ["{\"x\":[1]}"], ["[]", "1", "\"x\""]),
        Row("JsonArray", "JsonArray", null, ["[1,\"x\"]"], ["{}", "1", "\"x\""]),
        Row("JsonScalar", "JsonValue", null, ["1.50", "\"x\""], ["[]", "{}"]),
        Row("JsonDocument", "JsonDocument", null, ["{\"x\":[1]}", "1.50", "\"x\""], ["[]"]),
        Row("Object", "object", null, ["{\"x\":[1]}", "1.50", "\"x\"", "true"], ["[]"]),
        Row("BigInteger", "System.Numerics.BigInteger", null, ["123456789012345678901234567890"], ["\"5\""]),
        Row("Index", "Index", null, ["{\"value\":1,\"isFromEnd\":true}"], ["1"]),
        Row("Rune", "System.Text.Rune", null, ["\"x\""], ["1"]),
        Row("Culture", "System.Globalization.CultureInfo", null, ["\"en\""], ["1"]),
    ];

    private static TypeRow Whole(string name, string type, string min, string max, string above, bool hasDefault = true) => Row(
        name, type, hasDefault ? "5" : null, ["5", min, max], ["\"5\"", "1.5", "5.0", "1e2", above, "-1e99", "true", "[1]", "\"\""]);

    private static TypeRow Row(string name, string type, string? value, string[] fits, string[] unfits) =>
        new(name, type, fits, unfits) { Default = value, IsEverywhere = true };
}
