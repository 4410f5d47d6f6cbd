namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Methods with type parameters, their own or those of a type around them, and calls on a type parameter.</summary>
internal static class GenericShapes
{
    public static readonly IReadOnlyList<Shape> All =
    [
        TypeShapes.InstanceOf("generic method", "public class Subject { [AgentTool] public %R% M<T>(T first, %P%) where T : notnull %B% %I% }") with
        {
            Arguments = "7, ", Input = "\"first\":7,", Group = "{t}.M<int>", Reflected = null, IsChief = true,
        },
        new("generic static method", "public static class Subject { [AgentTool] public static %R% M<T>(T first, %P%) where T : struct %B% %I% }", "Subject.M({a})")
        {
            Arguments = "7, ", Input = "\"first\":7,", Group = "Subject.M<int>", UsingStatic = "Subject",
        },
        TypeShapes.InstanceOf("generic type", "public class Subject<T> where T : struct { [AgentTool] public %R% M(%P%) %B% %I% }", "Subject<int>") with { Member = "Subject<T>.M" },
        new("static method of a generic type", "public static class Subject<T> { [AgentTool] public static %R% M(T first, %P%) %B% %I% }", "Subject<int>.M({a})")
        {
            Arguments = "7, ", Input = "\"first\":7,", Group = "Subject<int>.M", UsingStatic = "Subject<int>", Member = "Subject<T>.M", Reflected = "Subject<int>",
        },
        TypeShapes.InstanceOf("generic method of a generic type", "public class Subject<T> where T : class { [AgentTool] public %R% M<U>(U first, %P%) where U : IComparable<U> %B% %I% }", "Subject<string>") with
        {
            Arguments = "7, ", Input = "\"first\":7,", Group = "{t}.M<int>", Member = "Subject<T>.M", Reflected = null,
        },
        TypeShapes.InstanceOf("nested in a generic type", "public class Outer<T> { public class Subject { [AgentTool] public %R% M(%P%) %B% %I% } }", "Outer<int>.Subject") with { Member = "Outer<T>.Subject.M" },
        TypeShapes.Struct("generic struct", "public struct Subject<T> { public int Count; [AgentTool] public %R% M(%P%) %B% %I% }") with
        {
            Receiver = "Subject<int>", New = "new Subject<int>()", Member = "Subject<T>.M", Before = "Count++; ", Seen = "Work.Saw(t.Count);", Reflected = "Subject<int>",
        },
        TypeShapes.InstanceOf("private in a generic type, partial", "public partial class Subject<T> { [AgentTool] private %R% M(%P%) %B% %I% }", "Subject<int>") with
        {
            Member = "Subject<T>.M", IsInside = true, Receiver = "Subject<T>", New = "new Subject<T>()", Reflected = null,
        },
        TypeShapes.InstanceOf("private in a generic type", "public class Subject<T> { [AgentTool] private %R% M(%P%) %B% %I% }", "Subject<int>") with
        {
            Member = "Subject<T>.M", IsInside = true, Receiver = "Subject<T>", New = "new Subject<T>()", Reflected = null,
        },
        TypeShapes.InstanceOf("private generic method, partial", "public partial class Subject { [AgentTool] private %R% M<T>(T first, %P%) %B% %I% }") with
        {
            Arguments = "7, ", Input = "\"first\":7,", IsInside = true, Group = "{t}.M<int>", Reflected = null,
        },
        Helper("on a type parameter of class type", "public class Subject { [AgentTool] public %R% M(%P%) %B% } public static class Helper { public static %D% Go<T>(T t, %P%) where T : Subject { %F(t.M(%A%))% } }", "new Subject()"),
        Helper("on a type parameter of interface type", "public interface ISubject { [AgentTool] %D% M(%P%); } public struct Subject : ISubject { public %R% M(%P%) %B% } public static class Helper { public static %D% Go<T>(T t, %P%) where T : ISubject { %F(t.M(%A%))% } }", "new Subject()"),
        Helper("on a type parameter of interface and class type", "public interface ISubject { [AgentTool] %D% M(%P%); } public class Subject : ISubject { public %R% M(%P%) %B% } public static class Helper { public static %D% Go<T>(T t, %P%) where T : class, ISubject { %F(t.M(%A%))% } }", "new Subject()") with { Member = "ISubject.M" },
        new("static abstract", "public interface ISubject { [AgentTool] static abstract %D% M(%P%); } public class Subject : ISubject { public static %R% M(%P%) %B% } public static class Helper { public static %D% Go<T>(%P%) where T : ISubject { %F(T.M(%A%))% } }", "Helper.Go<Subject>({a})") { IsHelper = true, Group = null },
    ];

    // The call is made inside a generic helper: the routes lead to the helper, and so to the one call there.
    private static Shape Helper(string name, string text, string receiver) => new(name, text, "Helper.Go({a})")
    {
        Arguments = receiver + ", ", IsHelper = true, Group = null,
    };
}
