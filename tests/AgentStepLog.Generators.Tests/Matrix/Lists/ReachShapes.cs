namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Methods that generated code cannot simply name.</summary>
internal static class ReachShapes
{
    public static readonly IReadOnlyList<Shape> All =
    [
        Inside("private, partial class", "public partial class Subject { [AgentTool] private %R% M(%P%) %B% %I% }"),
        Inside("private, plain class", "public class Subject { [AgentTool] private %R% M(%P%) %B% %I% }"),
        Inside("private, partial struct", "public partial struct Subject { public int Count; [AgentTool] private %R% M(%P%) %B% %I% }") with
        {
            IsValueType = true, Before = "Count++; ", Seen = "Work.Saw(t.Count);",
        },
        Inside("private, plain struct", "public struct Subject { public int Count; [AgentTool] private %R% M(%P%) %B% %I% }") with
        {
            IsValueType = true, Before = "Count++; ", Seen = "Work.Saw(t.Count);",
        },
        Inside("private, plain record", "public record Subject { [AgentTool] private %R% M(%P%) %B% %I% }"),
        InsideStatic("private static, partial class", "public partial class Subject { [AgentTool] private static %R% M(%P%) %B% %I% }"),
        InsideStatic("private static, plain class", "public class Subject { [AgentTool] private static %R% M(%P%) %B% %I% }"),
        InsideStatic("private, partial static class", "public static partial class Subject { [AgentTool] private static %R% M(%P%) %B% %I% }"),
        InsideStatic("private, plain static class", "public static class Subject { [AgentTool] private static %R% M(%P%) %B% %I% }"),
        Inside("private, nested in partial types", "public partial class Outer { public partial class Subject { [AgentTool] private %R% M(%P%) %B% %I% } }") with
        {
            Receiver = "Outer.Subject", New = "new Outer.Subject()", Member = "Outer.Subject.M",
        },
        Inside("protected, partial class", "public partial class Subject { [AgentTool] protected %R% M(%P%) %B% %I% }"),
        Inside("protected, called by a derived class", "public class Subject { [AgentTool] protected %R% M(%P%) %B% } public class Derived : Subject { %I% }") with
        {
            Receiver = "Derived", New = "new Derived()",
        },
        Inside("private protected", "public class Subject { [AgentTool] private protected %R% M(%P%) %B% %I% }"),
        TypeShapes.InstanceOf("protected internal", "public class Subject { [AgentTool] protected internal %R% M(%P%) %B% %I% }") with { IsInternal = true, Reflected = null },
        Inside("private in an interface", "public interface Subject { [AgentTool] private %R% M(%P%) %B% %I% } public class Impl : Subject { }") with
        {
            New = "new Impl()",
        },
        Inside("of a private nested type", "public class Outer { private class Subject { [AgentTool] public %R% M(%P%) %B% } %I% }") with { Member = "Outer.Subject.M" },
        Inside("of a private nested partial type", "public partial class Outer { private partial class Subject { [AgentTool] public %R% M(%P%) %B% } %I% }") with { Member = "Outer.Subject.M" },
        TypeShapes.InstanceOf("of a file-local type", "file class Subject { [AgentTool] public %R% M(%P%) %B% }") with { IsFile = true, IsInternal = true, HasThis = false, Reflected = null },
    ];

    private static Shape Inside(string name, string text) => TypeShapes.InstanceOf(name, text) with { IsInside = true, HasThis = false, Reflected = null };

    private static Shape InsideStatic(string name, string text) => new(name, text, "Subject.M({a})")
    {
        IsInside = true, Group = "Subject.M", TableTarget = text.Contains("static class", StringComparison.Ordinal) || text.Contains("static partial class", StringComparison.Ordinal) ? null : "new Subject()",
    };
}
