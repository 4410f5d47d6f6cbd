namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Every way to call.</summary>
internal static class Routes
{
    private static readonly string Arguments = ParameterKinds.Plain.Arguments;

    public static readonly Route Direct = new("direct", "direct", static (s, r) => DirectCall(s, r, ParameterKinds.Plain)) { IsChief = true };

    public static readonly IReadOnlyList<Route> All = [Direct, .. Plain(), .. Reached()];

    /// <summary>The direct call, with parameters of this kind.</summary>
    public static string DirectCall(Shape s, ReturnKind r, ParameterKind kind) =>
        $"public static {kind.Unsafe}object? R_direct(Ending mode) {{ {kind.Setup}{Target(s)}{r.Take(s.CallOn("t", kind.Arguments))} {s.Seen} {kind.Seen} return result; }}";

    /// <summary>Receiver, call, a look at what has changed, result.</summary>
    private static string Body(Shape s, ReturnKind r, string? call = null, string give = "return") =>
        $"{Target(s)}{r.Take(call ?? s.CallOn("t", Arguments))} {s.Seen} {give} result;";

    private static string Target(Shape s) => s.Receiver is null ? "" : $"{s.Receiver} t = {s.New}; ";

    private static string Boxed(Shape s, ReturnKind r, string receiver = "t") => r.Box(s.CallOn(receiver, Arguments));

    private static IEnumerable<Route> Plain()
    {
        yield return new("`?.`", "conditional", static (s, r) =>
            $"public static object? R_conditional(Ending mode) {{ {Target(s)}{Nullable(s)} {(r.IsVoid ? $"{Conditional(s)}; return null;" : $"return {r.Box(Conditional(s))};")} }}")
        {
            Forbids = static (s, r) => s.Receiver is null || !s.Call.StartsWith("{t}.", StringComparison.Ordinal) ? Reasons.NoReceiver : s.IsStackOnly ? Reasons.StackOnly : null,
        };
        yield return new("`this.`", "this", static (s, r) =>
            $"public object? This(Ending mode) {{ {r.Take(s.CallOn("this", Arguments))} return result; }} public static object? R_this(Ending mode) {{ {Target(s)}return t.This(mode); }}")
        {
            Place = CallerPlace.Inside,
            Forbids = static (s, _) => s.HasThis ? null : Reasons.NoReceiver,
        };
        yield return new("`base.` in a partial type", "base", static (s, r) => Base(s, r, "partial "))
        {
            Forbids = static (s, r) => BaseReason(s),
        };
        yield return new("`base.` in a plain type", "plainbase", static (s, r) => Base(s, r, "", "plainbase")) { Forbids = static (s, _) => BaseReason(s) };
        yield return new("`using static`", "using", static (s, r) => $"public static object? R_using(Ending mode) {{ {Body(s, r, s.CallOn("", Arguments)[(s.UsingStatic!.Length + 1)..])} }}")
        {
            Forbids = static (s, _) => s.UsingStatic is null ? Reasons.NotStatic : s.IsInside ? Reasons.NotVisible : null,
            Place = CallerPlace.UsingStatic,
        };
        yield return new("lambda", "lambda", static (s, r) => $"public static object? R_lambda(Ending mode) {{ Func<object?> f = () => {{ {Body(s, r)} }}; return f(); }}");
        yield return new("local function", "local", static (s, r) => $"public static object? R_local(Ending mode) {{ return F(); object? F() {{ {Body(s, r)} }} }}");
        yield return new("async method", "async", static (s, r) => $"public static object? R_async(Ending mode) {{ return F().GetAwaiter().GetResult(); async Task<object?> F() {{ await Task.Yield(); {Body(s, r)} }} }}");
        yield return new("iterator", "iterator", static (s, r) => $"public static object? R_iterator(Ending mode) {{ return F().Single(); IEnumerable<object?> F() {{ {Body(s, r, give: "yield return")} }} }}");
        yield return new("field initialiser", "field", static (s, r) => Holder(s, "field", $"public readonly object? Value = {Boxed(s, r)};")) { Forbids = static (s, r) => ValueReason(s, r) };
        yield return new("property initialiser", "property", static (s, r) => Holder(s, "property", $"public object? Value {{ get; }} = {Boxed(s, r)};")) { Forbids = static (s, r) => ValueReason(s, r) };
        yield return new("constructor initialiser", "constructor", static (s, r) =>
            $"private sealed class Holder_constructor {{ public object? Value; Holder_constructor(object? value) => Value = value; public Holder_constructor({s.Receiver ?? "object?"} t, Ending mode) : this({Boxed(s, r)}) {{ }} }} "
            + $"public static object? R_constructor(Ending mode) => new Holder_constructor({s.New}, mode).Value;") { Forbids = static (s, r) => r.Type == "dynamic" ? Reasons.DynamicInitialiser : ValueReason(s, r) };
        yield return new("interpolation", "interpolation", static (s, r) =>
            $"public static object? R_interpolation(Ending mode) {{ {Target(s)}object? result = null; _ = $\"{{(result = {Boxed(s, r)}) is null}}\"; return result; }}") { Forbids = static (s, r) => r.IsVoid ? Reasons.NoValue : null };
        yield return new("pattern", "pattern", static (s, r) =>
            $"public static object? R_pattern(Ending mode) {{ {Target(s)}return {Boxed(s, r)} switch {{ var x => (object?)x }}; }}") { Forbids = static (s, r) => r.IsVoid ? Reasons.NoValue : null };
    }

    private static IEnumerable<Route> Reached()
    {
        yield return new("top-level statement", "toplevel", static (s, r) => Body(s, r, give: "Work.TopLevelResult ="))
        {
            Place = CallerPlace.TopLevel,
            Forbids = static (s, _) => s.IsInside || s.IsFile ? Reasons.NotVisible : s.Receiver == "string" ? Reasons.NeedsUsing : null,
        };
        yield return new("another assembly", "other", static (s, r) => $"public static object? R_other(Ending mode) {{ {Body(s, r)} }}")
        {
            Place = CallerPlace.OtherAssembly,
            Forbids = static (s, _) => s.IsInside || s.IsInternal || s.IsFile ? Reasons.NotVisible : null,
        };
        yield return new("method group", "group", static (s, r) =>
            $"public static object? R_group(Ending mode) {{ {Target(s)}var f = {s.Group!.Replace("{t}", "t", StringComparison.Ordinal)}; {r.Take($"f({s.Arguments}{Arguments})")} return result; }}")
        {
            Forbids = static (s, r) => s.Group is null ? Reasons.NoGroup : s.IsStackOnly ? Reasons.StackOnly : null,
        };
        yield return new("dynamic argument", "dynamic", static (s, r) =>
            $"public static object? R_dynamic(Ending mode) {{ {Target(s)}{r.Take(s.CallOn("t", "(dynamic)mode, \"wave\""))} {s.Seen} return result; }}")
        {
            Forbids = static (s, r) => r.IsRef || r.IsStackOnly || s.IsStackOnly ? Reasons.DynamicRef
                : s.Receiver == "string" || s.IsInside && s.Receiver is "Subject<T>" ? Reasons.DynamicReceiver : null,
        };
        yield return new("reflection", "reflection", static (s, r) =>
            $"public static object? R_reflection(Ending mode) {{ {Target(s)}return typeof({s.Reflected}).GetMethod(nameof({s.Reflected}.M))!.Invoke({(s.Receiver is null ? "null" : "t")}, System.Reflection.BindingFlags.DoNotWrapExceptions, null, new object?[] {{ {s.Arguments}{Arguments} }}, null); }}")
        {
            Forbids = static (s, r) => s.Reflected is null ? Reasons.NotReflected : r.IsRef || r.IsStackOnly ? Reasons.DynamicRef : null,
        };
        yield return new("expression tree", "tree", static (s, r) => r.IsVoid
            ? $"public static object? R_tree(Ending mode) {{ {Target(s)}System.Linq.Expressions.Expression<Action> e = () => {s.CallOn("t", Arguments)}; e.Compile()(); return null; }}"
            : $"public static object? R_tree(Ending mode) {{ {Target(s)}System.Linq.Expressions.Expression<Func<object?>> e = () => (object?){Boxed(s, r)}; return e.Compile()(); }}")
        {
            Forbids = static (s, r) => r.IsRef || r.IsStackOnly || s.IsStackOnly ? Reasons.RefInTree : null,
        };
        yield return new("tool table", "table", static (_, _) => "") 
        {
            Place = CallerPlace.Table, IsChief = true,
            Forbids = static (s, _) => s.Text.Contains("[AgentTool", StringComparison.Ordinal) ? null : Reasons.NoTool,
        };
    }

    private static string Base(Shape s, ReturnKind r, string partial, string id = "base") =>
        $"public {partial}class Derived_{id} : {s.Receiver} {{ "
        + (s.IsVirtual ? $"public override {r.Type} M(Ending mode, string q) => throw new NotSupportedException(\"dispatched\"); " : "")
        + $"public object? Go(Ending mode) {{ {r.Take($"base.M({Arguments})")} return result; }} }} "
        + $"public static object? R_{id}(Ending mode) => new Derived_{id}().Go(mode);";

    private static string Holder(Shape s, string id, string member) =>
        $"private sealed class Holder_{id}({s.Receiver ?? "object?"} t, Ending mode) {{ {member} }} "
        + $"public static object? R_{id}(Ending mode) => new Holder_{id}({s.New}, mode).Value;";

    private static string? BaseReason(Shape s) => s.IsVirtual || s.IsInherited ? null : Reasons.NoBase;

    private static string? ValueReason(Shape s, ReturnKind r) =>
        r.IsVoid ? Reasons.NoValue : s.IsStackOnly ? Reasons.StackOnly : s.IsFile ? Reasons.NotVisible : null;

    private static string Nullable(Shape s) => $"{s.Receiver}? n = t;";

    private static string Conditional(Shape s) => s.CallOn("n", Arguments).Replace("n.", "n?.", StringComparison.Ordinal);
}
