using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the end of a call whose result runs later: the result for the caller, and the callback that records each item.</summary>
internal static class LazyCallback
{
    public static void Emit(SourceWriter source, MethodModel method, string scope, string result)
    {
        var (before, after) = method.ReturnShape switch
        {
            ReturnShape.TaskOfT => ($"{scope}.EndLazyTask({result}, static (s, r) => s.{End(method)}(r, ", ")"),
            ReturnShape.ValueTaskOfT => ($"{scope}.EndLazyValueTask({result}, static (s, r) => s.{End(method)}(r, ", ")"),
            _ => ($"{scope}.{End(method)}({result}, ", ""),
        };
        if (method.Lazy == LazyShape.Stream)
        {
            source.Line("return " + before.TrimEnd(' ', ',') + ")" + after + ";");
            return;
        }

        using (source.Braces($"return {before}static (s, v) =>", "})" + after + ";"))
        {
            ResultCallback.Body(source, method, method.Result!.Element!, "Item");
        }
    }

    private static string End(MethodModel method) => "End" + method.Lazy;
}
