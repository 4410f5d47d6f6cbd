using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits how the wrapper of a method with <c>ref</c> or <c>out</c> parameters ends its step.</summary>
internal static class OutputEnd
{
    /// <param name="result">What the call gave; empty for void.</param>
    public static void Emit(SourceWriter source, MethodModel method, LocalNames names, string scope, string result)
    {
        var given = $"{scope}.WantsOutput ? {OutputObject.Given(method)} : default";
        switch (method.ReturnShape)
        {
            case ReturnShape.Void:
                Outputs(source, method, $"{scope}.EndValue({given}, ");
                break;
            case ReturnShape.Task or ReturnShape.ValueTask:
                // What they are when the task ends nobody can say: they are the caller's by then.
                Outputs(source, method, $"{scope}.Outputs({given}, ");
                source.Line($"return {scope}.End{method.ReturnShape}({result});");
                break;
            default:
                // In a block of its own, or what the callback captures would be made for calls that nobody records too.
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
