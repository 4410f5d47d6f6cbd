namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>Enums, with the attributes that change how they look in JSON.</summary>
internal static class EnumRows
{
    public static readonly IReadOnlyList<TypeRow> All =
    [
        Row("Colour", "Colour.Green", ["\"Green\"", "\"bl-ue\""], ["\"Purple\"", "\"green\"", "\"Blue\"", "1", "\"1\"", "\"Red, Green\"", "\"\""],
            "public enum Colour { Red, Green, [JsonStringEnumMemberName(\"bl-ue\")] Blue }"),
        Row("Small", "Small.One", ["\"Two\""], ["\"Three\"", "2"], "public enum Small : byte { None, One, Two }"),
        Row("Wide", "Wide.Max", ["\"Max\"", "\"Min\""], ["9223372036854775807"], "public enum Wide : long { Min = long.MinValue, Zero = 0, Max = long.MaxValue }"),
        Row("Alias", "Alias.First", ["\"First\"", "\"Same\""], ["\"Other\""], "public enum Alias { First = 1, Same = 1, Second = 2 }"),
        Row("Rights", "Rights.Read", ["\"Read\"", "\"Read, Write\"", "\"Both\""], ["\"Run\"", "\"read\"", "3", "\"Read|Write\""], "[Flags] public enum Rights { None, Read = 1, Write = 2, Both = 3 }"),
        Row("Combined", "Combined.Read | Combined.Delete", ["\"Read, Delete\"", "\"ReadWrite, Delete\"", "\"Delete,Read\""], ["\"read, Delete\"", "5", "\"5\"", "\"\"", "[\"Read\",\"Delete\"]"],
            "[Flags] public enum Combined : byte { None, Read = 1, Write = 2, ReadWrite = 3, Delete = 4 }"),
        Row("Unnamed", "Unnamed.Read | (Unnamed)8", ["\"Read, 8\"", "\"8\"", "\"0\"", "\"-4\""], ["\"9\"", "9", "\"Read, 0\""], "[Flags] public enum Unnamed { Read = 1, Write = 2 }"),
        Row("Texted", "Texted.On", ["\"On\""], ["\"off\"", "1"], "[JsonConverter(typeof(JsonStringEnumConverter<Texted>))] public enum Texted { Off, On }"),
        Row("Numbered", "Numbered.On", ["1", "0"], ["\"On\"", "\"1\"", "7"], "[JsonConverter(typeof(JsonNumberEnumConverter<Numbered>))] public enum Numbered { Off, On }"),
        Row("Told", "Told.Some", ["\"Some\""], ["\"Few\""], "[Description(\"How much.\")] public enum Told { None, Some }"),
        Row("Explained", "Explained.Some", ["\"Some\""], ["\"Few\""], "public enum Explained { [Description(\"Nothing.\")] None, [Description(\"A bit.\")] Some }"),
        new("Day", "DayOfWeek", ["\"Monday\""], ["\"monday\"", "1"]) { Default = "DayOfWeek.Friday" },
    ];

    private static TypeRow Row(string name, string value, string[] fits, string[] unfits, string declaration) =>
        new(name, name, fits, unfits) { Default = value, Declarations = declaration, IsEverywhere = name is "Colour" or "Rights" or "Combined" or "Unnamed" or "Numbered" };
}
