using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the end of the step for a method with <c>ref</c> or <c>out</c> parameters.</summary>
internal static class OutputEnd
{
    /// <param name="result">The local with the call's result; empty for void.</param>
    public static void Emit(SourceWriter source, MethodModel method, LocalNames names, string scope, string result)
    {
        var given = $"{scope}.WantsOutput ? {OutputObject.Given(method)} : default";
        switch (method.ReturnShape)
        {
            case ReturnShape.Void:
                Outputs(source, method, $"{scope}.EndValue({given}, ");
                break;
            case ReturnShape.Task or ReturnShape.ValueTask:
                // Records the parameters now: when the task ends, the caller may have changed them.
                Outputs(source, method, $"{scope}.Outputs({given}, ");
                source.Line($"return {scope}.End{method.ReturnShape}({result});");
                break;
            default:
                // A block of its own. Otherwise the object for the callback's captured variables would be allocated for calls that are not recorded, too.
                using (source.Braces(""))
                {
                    var kept = names.Fresh("given");
                    source.Line($"var {kept} = {given};");
                    var end = method.ReturnShape switch
                    {
                        ReturnShape.TaskOfT => "return " + scope + ".EndTask",
                        ReturnShape.ValueTaskOfT => "return " + scope + ".EndValueTask",
                        _ => scope + ".EndValue",
                    };
                    ResultCallback.Emit(source, method, $"{end}({HeldResult.Kept(method, scope, result)}, ", kept);
                }

                break;
        }
    }

    private static void Outputs(SourceWriter source, MethodModel method, string start)
    {
        using (source.Braces(start + "static (s, v) =>", "});"))
        {
            using (source.Braces("if (s.WantsOutput)"))
            {
                OutputObject.Emit(source, method, "v");
            }
        }
    }
}
