namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Public methods by the type that they stand in, and the three attributes.</summary>
internal static class TypeShapes
{
    public static readonly Shape Instance = InstanceOf("instance", "public class Subject { [AgentTool] public %R% M(%P%) %B% %I% }") with { IsChief = true };

    public static readonly Shape Static = new("static", "public static class Subject { [AgentTool] public static %R% M(%P%) %B% %I% }", "Subject.M({a})")
    {
        UsingStatic = "Subject", Group = "Subject.M", Reflected = "Subject", IsChief = true,
    };

    public static readonly Shape MutableStruct = Struct("mutable struct", "public struct Subject { public int Count; [AgentTool] public %R% M(%P%) %B% %I% }") with
    {
        Before = "Count++; ", Seen = "Work.Saw(t.Count);", IsChief = true,
    };

    public static readonly IReadOnlyList<Shape> All =
    [
        Instance,
        Static,
        InstanceOf("instance, [LlmCall]", "public class Subject { [LlmCall(Model = \"m\")] public %R% M(%P%) %B% %I% }"),
        InstanceOf("instance, [AgentRun]", "public class Subject { [AgentRun] public %R% M(%P%) %B% %I% }"),
        InstanceOf("internal type", "internal class Subject { [AgentTool] internal %R% M(%P%) %B% %I% }") with { IsInternal = true, Reflected = null },
        InstanceOf("nested type", "public class Outer { public class Subject { [AgentTool] public %R% M(%P%) %B% %I% } }", "Outer.Subject"),
        InstanceOf("record", "public record Subject(int X = 1) { [AgentTool] public %R% M(%P%) %B% %I% }"),
        InstanceOf("sealed, partial", "public sealed partial class Subject { } partial class Subject { [AgentTool] public %R% M(%P%) %B% %I% }"),
        InstanceOf("obsolete", "#pragma warning disable CS0618, CS0612\npublic class Subject { [AgentTool, Obsolete(\"Use the other.\")] public %R% M(%P%) %B% %I% }"),
        InstanceOf("experimental", "#pragma warning disable MATRIX1\n[System.Diagnostics.CodeAnalysis.Experimental(\"MATRIX1\")] public class Subject { [AgentTool] public %R% M(%P%) %B% %I% }"),
        InstanceOf("nullable disabled", "#nullable disable annotations\npublic class Subject { [AgentTool] public %R% M(%P%) %B% \n#nullable restore\n%I% }") with { Forbids = r => r.Type.Contains('?', StringComparison.Ordinal) ? Reasons.NullableOff : null },
        InstanceOf("escaped names", "public class @class { [AgentTool] public %R% @event(%P%) %B% %I% }", "@class") with
        {
            Call = "{t}.@event({a})", Group = "{t}.@event", Member = "class.event", Reflected = null,
        },
        InstanceOf("unicode names", "public class Größe { [AgentTool] public %R% Wellenhöhe(%P%) %B% %I% }", "Größe") with
        {
            Call = "{t}.Wellenhöhe({a})", Group = "{t}.Wellenhöhe", Member = "Größe.Wellenhöhe", Reflected = null,
        },
        MutableStruct,
        Struct("readonly struct", "public readonly struct Subject { [AgentTool] public %R% M(%P%) %B% %I% }"),
        Struct("readonly method of a struct", "public struct Subject { [AgentTool] public readonly %R% M(%P%) %B% %I% }"),
        Struct("record struct", "public record struct Subject(int X) { [AgentTool] public %R% M(%P%) %B% %I% }"),
        new("extension method", "public static class Subject { [AgentTool] public static %R% M(this string first, %P%) %B% %I% }", "{t}.M({a})")
        {
            Receiver = "string", New = "\"sea\"", Input = "\"first\":\"sea\",",
        },
        new("extension method, called as static", "public static class Subject { [AgentTool] public static %R% M(this string first, %P%) %B% %I% }", "Subject.M({a})")
        {
            Arguments = "\"sea\", ", Input = "\"first\":\"sea\",", Group = "Subject.M",
        },
        new("extension block, compiler before .NET 10's", "public static class Subject { extension(string first) { [AgentTool] public %R% M(%P%) %B% } }", "{t}.M({a})")
        {
            Receiver = "string", New = "\"sea\"", Input = "\"first\":\"sea\",",
        },
    ];

    public static Shape InstanceOf(string name, string text, string type = "Subject") => new(name, text, "{t}.M({a})")
    {
        Receiver = type, New = $"new {type}()", HasThis = true, Member = type + ".M", Reflected = type,
    };

    public static Shape Struct(string name, string text) => InstanceOf(name, text) with { IsValueType = true };
}
