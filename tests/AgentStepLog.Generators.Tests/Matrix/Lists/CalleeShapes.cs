namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Partial methods whose body the generator writes.</summary>
internal static class CalleeShapes
{
    public static readonly IReadOnlyList<Shape> All =
    [
        Owned("callee-owned", "public partial class Subject { [AgentTool] public partial %D% M(%P%); private %R% MCore(%P%) %B% «public partial %D% M(%P%) { %F(MCore(%A%))% }» %I% }"),
        Owned("callee-owned, static", "public partial class Subject { [AgentTool] public static partial %D% M(%P%); private static %R% MCore(%P%) %B% «public static partial %D% M(%P%) { %F(MCore(%A%))% }» %I% }") with
        {
            Receiver = null, New = "null!", TableTarget = "new Subject()", HasThis = false, Call = "Subject.M({a})", Group = "Subject.M", UsingStatic = "Subject",
        },
        Owned("callee-owned, private", "public partial class Subject { [AgentTool] private partial %D% M(%P%); private %R% MCore(%P%) %B% «private partial %D% M(%P%) { %F(MCore(%A%))% }» %I% }") with { IsInside = true, HasThis = false, Reflected = null },
        Owned("callee-owned, struct", "public partial struct Subject { public int Count; [AgentTool] public partial %D% M(%P%); private %R% MCore(%P%) %B% «public partial %D% M(%P%) { %F(MCore(%A%))% }» %I% }") with
        {
            IsValueType = true, Before = "Count++; ", Seen = "Work.Saw(t.Count);",
        },
        Owned("callee-owned, generic type", "public partial class Subject<T> { [AgentTool] public partial %D% M(%P%); private %R% MCore(%P%) %B% «public partial %D% M(%P%) { %F(MCore(%A%))% }» %I% }") with
        {
            Receiver = "Subject<int>", New = "new Subject<int>()", Member = "Subject<T>.M", Reflected = "Subject<int>",
        },
        Owned("callee-owned, generic method", "public partial class Subject { [AgentTool] public partial %D% M<T>(T first, %P%); private %R% MCore<T>(T first, %P%) %B% «public partial %D% M<T>(T first, %P%) { %F(MCore(first, %A%))% }» %I% }") with
        {
            Arguments = "7, ", Input = "\"first\":7,", Group = "{t}.M<int>", Reflected = null,
        },
        Owned("callee-owned, behind an interface", "public interface ISubject { %D% M(%P%); } public partial class Subject : ISubject { [AgentTool] public partial %D% M(%P%); private %R% MCore(%P%) %B% «public partial %D% M(%P%) { %F(MCore(%A%))% }» }") with
        {
            Receiver = "ISubject", HasThis = false,
        },
    ];

    private static Shape Owned(string name, string text) => TypeShapes.InstanceOf(name, text) with { IsCalleeOwned = true };
}
