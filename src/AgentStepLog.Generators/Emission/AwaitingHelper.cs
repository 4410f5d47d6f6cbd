using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>
/// Emits the end of a call that returned an awaitable of an unusual type. The call itself has been made. Only the waiting is in an async
/// function, since the type's own builder is the only way to make another such awaitable.
/// </summary>
internal static class AwaitingHelper
{
    public static void Emit(SourceWriter source, MethodModel method, string name, string scope, string task)
    {
        source.Line($"return {name}({task}, {scope});");
        source.Line();
        using (source.Braces($"static async {method.Signature.ReturnType} {name}({method.Signature.ReturnType} t, {GeneratedFile.Services}StepScope s)"))
        {
            if (method.Result is { } result)
            {
                source.Line($"{result.AnnotatedType} r;");
            }

            using (source.Braces("try"))
            {
                source.Line(method.Result is null ? "await t;" : "r = await t;");
            }

            using (source.Braces("catch (global::System.Exception e)"))
            {
                source.Line("s.Fail(e);");
                source.Line("throw;");
            }

            source.Line();
            if (method.Result is null)
            {
                source.Line("s.EndVoid();");
                return;
            }

            ResultCallback.Emit(source, method, "s.EndValue(r, ");
            source.Line("return r;");
        }
    }
}
