using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Emission;

/// <summary>
/// Emits the call of a method that returns a reference or a span. Such a result cannot be stored in a local that is declared before
/// the call, so the step ends inside the <c>try</c>. The code that ends a step does not throw.
/// </summary>
internal static class HeldResult
{
    public static bool Is(MethodModel method) =>
        method.Signature.ReturnRefKind != RefKind.None || method is { ReturnShape: ReturnShape.Value, Result.Copy.Length: > 0 };

    /// <summary>The result as the callback gets it: a copy, if the result itself cannot be stored.</summary>
    public static string Kept(MethodModel method, string scope, string result) =>
        method is { ReturnShape: ReturnShape.Value, Result.Copy: { Length: > 0 } copy } ? $"{scope}.WantsOutput ? {result}{copy} : null" : result;

    public static void Emit(SourceWriter source, MethodModel method, string call, LocalNames names, string scope, string outer)
    {
        var (signature, exception, result) = (method.Signature, names.Fresh("exception"), names.Fresh("result"));
        using (source.Braces("try"))
        {
            source.Line($"{SignatureText.ReturnRef(signature)}{signature.ReturnType} {result} = {SignatureText.PassRef(signature)}{call};");
            source.Line($"{GeneratedFile.Services}StepScope.Leave({outer});");
            if (OutputObject.Has(method))
            {
                OutputEnd.Emit(source, method, names, scope, result);
                source.Line();
            }
            else
            {
                ResultCallback.Emit(source, method, $"{scope}.EndValue({Kept(method, scope, result)}, ");
            }

            source.Line($"return {SignatureText.PassRef(signature)}{result};");
        }

        WrapperEmitter.Catch(source, exception, scope, outer);
    }
}
