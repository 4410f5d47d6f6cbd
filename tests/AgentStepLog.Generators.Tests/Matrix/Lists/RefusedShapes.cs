namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>What C# calls in ways that nothing can stand in front of.</summary>
internal static class RefusedShapes
{
    public static readonly IReadOnlyList<Shape> All =
    [
        new("local function", "public static class Helper { public static %D% Go(%P%) { %F(M(%A%))% [AgentTool] static %R% M(%P%) %B% } }", "Helper.Go({a})")
        {
            IsHelper = true, Group = null,
        },
        new("operator", "public class Subject { [AgentTool] public static %R% operator +(Subject left, Ending mode) { const string q = \"\"; _ = q; %B% } } public static class Helper { public static %D% Go(%P%) { %F(new Subject() + mode)% } }", "Helper.Go({a})")
        {
            IsHelper = true, Group = null,
            Forbids = static r => r.IsVoid || r.IsRef ? Reasons.OperatorResult : null,
        },
        new("of a ref struct", "public ref struct Subject { [AgentTool] public %R% M(%P%) %B% }", "{t}.M({a})")
        {
            Receiver = "Subject", New = "new Subject()", IsStackOnly = true, IsValueType = true, Group = null,
            Forbids = static r => r.Modifiers.Length > 0 ? Reasons.AsyncOnStack : null,
        },
    ];
}
