using System.Text.RegularExpressions;
using AgentStepLog.Generators.Tests.Conformance.Comparing;

namespace AgentStepLog.Generators.Tests.Conformance;

/// <summary>The differences that are meant. Of several that cover one, the first counts.</summary>
internal static partial class Reasons
{
    public static readonly IReadOnlyList<Reason> All =
    [
        .. Tools,
        .. Schema,
        .. Arguments,
        .. Results,
    ];

    private static IEnumerable<Reason> Tools =>
    [
        new("types that cannot be made from JSON", "some schema, and an exception at the call", "the tool is not in the table (ASL1012)", "a failure at build is cheaper than one in a conversation",
            static d => d.OnlyTheirsExist && d.Theirs == "function that fails"),
        new("structs of the framework without members that can be set", "an object that arrives empty", "the tool is not in the table (ASL1012)", "the values that the model sends would be lost",
            static d => d.OnlyTheirsExist && d.Of("BigInteger", "Index")),
        new("types with a `[JsonConverter]` of the user's", "read and written by it, found by reflection", "by it where a `JsonSerializerContext` of the project knows the type; else not in the table (ASL1012)", "nothing is found by reflection",
            static d => d.OnlyTheirsExist && d.Of("Converted")),
        new("untyped collections and asynchronous sequences as arguments", "arrays of anything", "the tool is not in the table (ASL1012)", "the model would not know which values belong in it: `List<JsonElement>` says as much",
            static d => d.OnlyTheirsExist && d.Of("AsyncOf", "PlainEnumerable", "PlainList", "Hash")),
        new("defaults that are no constant in JSON", "an exception when the function is made", "a function; the parameter is optional", "the method can be called without it",
            static d => d is { Aspect: "tool", Ours: "function" }),
    ];

    private static IEnumerable<Reason> Schema =>
    [
        new("demands of attributes on members of a result", "in the result's schema", "not in the result's schema", "nothing checks the result of a tool",
            static d => d.Aspect == "result" && d.Ours == "(none)" && Demands().IsMatch(d.At)),
        new("XML documentation", "not seen", "counts like `[Description]`, on tools, parameters, properties, types and enum members", "a text is written once",
            static d => d.Of("Documented")),
        new("enum members that are explained", "names only", "names, and the meaning of each as lines of the description", "a schema has no other place for it",
            static d => d.IsSchema && d.Of("Explained") && d.At.EndsWith("/description", StringComparison.Ordinal)),
        new("`[Flags]` enums", "any string", "any string, and the names in the description", "a model cannot guess them",
            static d => d.IsSchema && d.Of("Rights", "Combined", "Unnamed") && d.At.EndsWith("/description", StringComparison.Ordinal)),
        new("bits of `[Flags]` that no member names", "the whole is a number, although the schema says string; names with a number behind them are refused", "a number behind the names, in one text: `\"Read, 8\"`", "the result is what its schema says, and an argument of the next call",
            static d => d.Of("Unnamed", "ByFlags") && d.Ours is not ("refused" or "(none)") && (d.IsCall || d.At.EndsWith("/default", StringComparison.Ordinal))),
        new("`[Description]` of an enum that may be null", "not seen", "as for the enum itself", "it is the same type",
            static d => d.IsSchema && d.Of("Told") && d.At.EndsWith("/description", StringComparison.Ordinal)),
        new("`[RegularExpression]`", "the expression, which may be found anywhere in the text", "anchored at both ends", "the attribute means the whole text",
            static d => d.IsSchema && d.At.EndsWith("/pattern", StringComparison.Ordinal)),
        new("`[Range]` of dates and times", "bounds that are texts, which no schema knows", "lines of the description, and checked", "a model reads them there",
            static d => d.Of("RangedDates")),
        new("`[Required]`", "the name is required", "and null is no value, nor is an empty text, unless the attribute allows it", "that is what the attribute means",
            static d => d.IsSchema && d.Of("Demanded", "AnnotatedMembers")),
        new("enum names of one value", "all names", "the first name; the others are read too", "two names for one thing are a question without an answer",
            static d => d.IsSchema && d.Of("Alias") && d.At.EndsWith("/enum", StringComparison.Ordinal)),
        new("nullability of items, dictionary values and members", "follows that of the nullable thing around them, or is not seen", "as declared", "`List<string?>` takes null, `List<string>?` takes no null inside",
            static d => d.IsSchema && d.At.EndsWith("/type", StringComparison.Ordinal) && NullOf(d.Theirs) != NullOf(d.Ours) && NotNull(d.Theirs) == NotNull(d.Ours)),
        new("members that nothing can set", "in the schema", "left out; sent all the same, they are an error", "values that a model sends for them would be lost",
            static d => d.Of("ReadOnlyMembers", "Privates") && ((d.IsSchema && d.Ours == "(none)") || d.OnlyTheirsTake)),
        new("`[JsonObjectCreationHandling(Populate)]`", "sent items are added to the items of a read-only collection", "left out like any member that nothing can set; sent all the same, it is an error", "the recorded input says the whole value; a setter lets the model give it",
            static d => d.Of("Populated") && ((d.IsSchema && d.Theirs.Contains("items", StringComparison.Ordinal)) || (d.OnlyTheirsTake && d.At.Contains("[1]", StringComparison.Ordinal)))),
        new("members of a record struct", "optional, and the defaults of its constructor are not used", "required, unless the parameter has a default, which is used", "it is made by its constructor",
            static d => d.Of("RecordStruct")),
        new("a default of a struct of the user's, of bytes, of an enum without such a name", "`{…}`, `\"\"`, a number", "left out; the parameter is optional all the same", "it is no value that the schema allows, or has no constant form",
            static d => d.IsSchema && d.At.EndsWith("/default", StringComparison.Ordinal) && d.Ours == "(none)" && d.Of("DefaultStruct", "DefaultOddEnums", "ByteMemory", "WritableMemory")),
        new("fields and tuples", "an object without them", "like properties: fields of tuples are required", "they are data; our log holds them too",
            static d => d.Of("Pair", "NamedPair", "ReturnsTuple", "WithFields", "Included")),
        new("an object without properties", "`properties` is left out", "`properties` is empty", "some providers demand it",
            static d => d.IsSchema && d.Of("Empty") && d.At.EndsWith("/properties", StringComparison.Ordinal)),
        new("parameters with caller information, and parameters that only a framework passes", "in the schema", "not in the schema; the default is passed", "a model cannot know them",
            static d => d.Of("CallerInfo", "Progressed")),
    ];

    private static IEnumerable<Reason> Arguments =>
    [
        new("`null` for a value that cannot be null", "taken, as null or as the type's default", "an error", "the method's body relies on its signature",
            static d => d.OnlyTheirsTake && d.At.Contains("null", StringComparison.Ordinal)),
        new("demands of attributes on a value", "in the schema only", "checked too: a value that does not meet them is an error", "the method's body relies on its attributes",
            static d => d.OnlyTheirsTake && d.Of("Ranged", "Lengths", "Counts", "Patterned", "Formatted", "Allowed", "Demanded", "AnnotatedMembers")),
        new("`null` for a value that may be left out and takes no null", "refused", "taken as left out", "providers' strict modes send it so",
            static d => d.OnlyOursTake && d.At.Contains("null", StringComparison.Ordinal)),
        new("stacks", "are in reverse order", "give back the sent items, in their order", "a list that is sent and given back is the same list",
            static d => d.IsCall && d.Of("StackOf", "ConcurrentStackOf", "ImmutableStackOf") && d.Theirs != "refused" && d.Ours != "refused"),
        new("`[JsonIgnore]` when reading", "in the schema, and passed over when sent", "left out; sent all the same, it is an error", "a value that a model sends for it would be lost",
            static d => d.Of("Sided") && ((d.IsSchema && d.Ours == "(none)") || d.OnlyTheirsTake)),
        new("the member that names the type of an object", "must come first; need not come although the schema requires it, where the type is not abstract", "anywhere; as the schema says", "objects in JSON have no order, and a guessed type is a wrong one",
            static d => d.IsCall && d.Of("Shape", "Animal")),
        new("names of properties", "case does not matter", "exact; an error names the nearest", "the schema names them",
            static d => d.OnlyTheirsTake && d.At.Contains("\"X\"", StringComparison.Ordinal)),
        new("constructor parameters that are required", "the type's default stands in", "an error", "the schema says that they are required",
            static d => d.OnlyTheirsTake && (d.Position == "RecordParameter" || d.Of("Record", "Constructed", "Chosen", "Entry", "Left"))
                && !Unknown(d)),
        new("a `Uri` that is not absolute", "read", "an error", "the schema says `uri`, which is absolute",
            static d => d.OnlyTheirsTake && d.Row == "Uri"),
        new("numbers in strings", "read", "an error; read when the table is lenient", "the schema says number",
            static d => d.OnlyTheirsTake && NumberInString().IsMatch(d.At) && !d.Of("Combined", "Unnamed", "ByFlags")),
        new("whole numbers written with a fraction or an exponent", "an exception", "read when they are whole: `5.0`, `1e2`", "JSON Schema says that these are integers",
            static d => d.OnlyOursTake && FractionOrExponent().IsMatch(d.At)),
        new("enum names", "case does not matter; numbers and lists of names are read", "exact", "the schema lists them",
            static d => d.OnlyTheirsTake && d.Of("Colour", "Small", "Wide", "Rights", "Texted", "Told", "Day", "ByEnum", "Numbered", "Combined", "Unnamed", "ByFlags")),
        new("date-times without offset for a `DateTimeOffset`", "the offset of the machine stands in", "an error", "the moment is not known",
            static d => d.OnlyTheirsTake && d.Of("DateTimeOffset")),
        new("times of day", "`9:00` is read", "an error: `09:00`", "the schema says `time`, of two digits each",
            static d => d.OnlyTheirsTake && d.Of("TimeOnly")),
        new("unknown names, and names twice", "ignored, and the last one counts", "an error", "a misspelt optional argument would be lost",
            static d => d.OnlyTheirsTake && (Unknown(d) || d.At == """{"a":"x","a":"y"}""")),
        new("types that System.Text.Json cannot read", "an exception at each call", "read", "the type says which values it takes",
            static d => d.OnlyOursTake && d.Of("SegmentOf", "FrozenDictionaryOf", "IReadOnlySetOf", "ReadOnlyCollectionOf", "ConcurrentBagOf")),
    ];

    private static IEnumerable<Reason> Results =>
    [
        new("a method that returns nothing", "`null`", "`Done.`", "some providers refuse an empty result",
            static d => d.IsCall && d.Ours == "Done."),
        new("members that are null", "left out", "`null`", "the model reads the text that the log holds",
            static d => d.IsCall && d.Theirs != "refused" && d.Ours.Contains(":null", StringComparison.Ordinal)),
        new("`[Sensitive]` members", "(no such thing)", "the model reads `[redacted:kind]`, as the log does", "a value that must not be in the log must not be in a conversation",
            static d => d.Of("SensitiveResult")),
        new("`true` and `false` as keys", "`True` and `False`", "as JSON writes them", "they are read back so",
            static d => d.Of("ByBoolean") && d.IsCall),
        new("`[JsonNumberHandling(WriteAsString)]`", "numbers as texts, although the schema says number", "numbers", "the result is what its schema says",
            static d => d.IsCall && d.Of("NumberText", "NumbersText") && d.Theirs != "refused" && d.Ours != "refused"),
        new("NaN and infinities", "an exception", "`\"NaN\"`, `\"Infinity\"`, `\"-Infinity\"`", "the call was made; the model should know its result",
            static d => d.Of("ReturnsNaN")),
        new("values in an `object`", "found by reflection", "`[not recorded:type]`, unless it is one value, JSON, a type that a signature of the project says, or a collection of these", "nothing is found by reflection: declare the type of the result",
            static d => d.Of("ReturnsAnonymous")),
        new("a `JsonElement` that was never set", "an exception", "`null`", "the call was made; the model should know its result",
            static d => d.Of("Element") && d.OnlyOursTake),
    ];

    /// <summary>The reason for a difference; null if it is not meant.</summary>
    public static Reason? For(Difference difference) => All.FirstOrDefault(r => r.Covers(difference));

    private static bool Unknown(Difference d) => d.Of("GetWeather", "NoParameters") || d.At.Contains("\"more\":1", StringComparison.Ordinal)
        || (d.Of("Ignoring", "Named", "Empty") && d.OnlyTheirsTake);

    private static bool NullOf(string type) => type.Contains("null", StringComparison.Ordinal);

    private static string NotNull(string type) => type.Replace("[", "", StringComparison.Ordinal).Replace(",\"null\"]", "", StringComparison.Ordinal);

    [GeneratedRegex("\"-?[0-9.]+\"")]
    private static partial Regex NumberInString();

    [GeneratedRegex("/(minimum|maximum|exclusiveMinimum|exclusiveMaximum|minLength|maxLength|minItems|maxItems|pattern|format|enum|not|contentEncoding)$")]
    private static partial Regex Demands();

    [GeneratedRegex("[0-9](\\.0|e[0-9]+)")]
    private static partial Regex FractionOrExponent();
}
