namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Members that others implement or override.</summary>
internal static class ContractShapes
{
    private const string Interface = "public interface ISubject { [AgentTool] %D% M(%P%); } ";

    public static readonly IReadOnlyList<Shape> All =
    [
        On("interface", "ISubject", Interface + "public class Subject : ISubject { public %R% M(%P%) %B% }") with { Member = "ISubject.M" },
        On("interface, a struct behind it", "ISubject", Interface + "public struct Subject : ISubject { public %R% M(%P%) %B% }") with { Member = "ISubject.M" },
        On("interface, implemented explicitly", "ISubject", Interface + "public class Subject : ISubject { %R% ISubject.M(%P%) %B% }") with { Member = "ISubject.M" },
        On("interface and class annotated, called through the interface", "ISubject", Interface + "public class Subject : ISubject { [AgentTool] public %R% M(%P%) %B% }") with { Member = "ISubject.M", TableMember = "Subject.M" },
        On("interface and class annotated, called through the class", "Subject", Interface + "public class Subject : ISubject { [AgentTool] public %R% M(%P%) %B% %I% }") with { HasThis = true },
        On("class annotated alone, called through the interface", "ISubject", "public interface ISubject { %D% M(%P%); } public class Subject : ISubject { [AgentTool] public %R% M(%P%) %B% }") with { Reflected = null },
        On("interface annotated alone, called through the class", "Subject", Interface + "public class Subject : ISubject { public %R% M(%P%) %B% }") with { TableMember = "ISubject.M", Reflected = null },
        On("default interface method", "ISubject", "public interface ISubject { [AgentTool] %R% M(%P%) %B% %I% } public class Subject : ISubject { }") with { Member = "ISubject.M", HasThis = true },
        On("interface of an interface", "IDerived", Interface + "public interface IDerived : ISubject { } public class Subject : IDerived { public %R% M(%P%) %B% }") with { Member = "ISubject.M", Reflected = null },
        On("explicit implementation annotated", "ISubject", "public interface ISubject { %D% M(%P%); } public class Subject : ISubject { [AgentTool] %R% ISubject.M(%P%) %B% }") with { Reflected = null },
        On("abstract", "Base", "public abstract class Base { [AgentTool] public abstract %D% M(%P%); } public class Subject : Base { public override %R% M(%P%) %B% }") with { Member = "Base.M" },
        On("virtual", "Subject", "public class Subject { [AgentTool] public virtual %R% M(%P%) %B% %I% }") with { IsVirtual = true, HasThis = true },
        On("virtual, overridden", "Base", "public class Base { [AgentTool] public virtual %D% M(%P%) => throw new NotSupportedException(); } public class Subject : Base { public override %R% M(%P%) %B% }") with { Member = "Base.M" },
        On("override of an annotated member", "Subject", "public class Base { [AgentTool] public virtual %D% M(%P%) => throw new NotSupportedException(); } public class Subject : Base { public override %R% M(%P%) %B% %I% }") with
        {
            Member = "Base.M", IsVirtual = true, HasThis = true,
        },
        On("override annotated alone", "Subject", "public class Base { public virtual %D% M(%P%) => throw new NotSupportedException(); } public class Subject : Base { [AgentTool] public override %R% M(%P%) %B% %I% }") with
        {
            IsVirtual = true, HasThis = true,
        },
        On("override annotated alone, called through the base", "Base", "public class Base { public virtual %D% M(%P%) => throw new NotSupportedException(); } public class Subject : Base { [AgentTool] public override %R% M(%P%) %B% }") with { Reflected = null },
        On("inherited", "Subject", "public class Base { [AgentTool] public %R% M(%P%) %B% } public class Subject : Base { %I% }") with { Member = "Base.M", HasThis = true, IsInherited = true },
        On("hidden by new", "Subject", "public class Base { [AgentTool(Name = \"Hidden\")] public %D% M(%P%) => throw new NotSupportedException(); } public class Subject : Base { [AgentTool] public new %R% M(%P%) %B% %I% }") with { HasThis = true },
        On("partial method with a body", "Subject", "public partial class Subject { [AgentTool] public partial %D% M(%P%); } partial class Subject { public partial %R% M(%P%) %B% %I% }") with { HasThis = true },
        On("partial method, annotated at its body", "Subject", "public partial class Subject { public partial %D% M(%P%); } partial class Subject { [AgentTool] public partial %R% M(%P%) %B% %I% }") with { HasThis = true },
    ];

    private static Shape On(string name, string receiver, string text) => new(name, text, "{t}.M({a})")
    {
        Receiver = receiver, New = "new Subject()", Reflected = receiver,
        Forbids = static r => r.Modifiers.Length > 0 ? Reasons.AsyncWithoutBody : null,
    };
}
