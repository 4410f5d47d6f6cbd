using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The wrappers that stand with the calls rather than with the type that declares the method: of what a referenced assembly
/// declares, of overrides whose signature is another than the annotated member's, and of <c>base.</c> calls.
/// </summary>
internal static class CalledMethods
{
    // Parsed once, however many calls there are.
    private static readonly ConditionalWeakTable<Compilation, Models> s_referenced = new();

    /// <summary>Null where the method's own wrapper serves the call.</summary>
    public static MethodModel? Of(CallDecision decision, Compilation compilation)
    {
        var method = decision.Annotation.Method;
        if (decision.BaseCaller is null && !decision.HasOwnShape)
        {
            return Ownership.IsOwn(method, compilation)
                ? null
                : s_referenced.GetOrCreateValue(compilation).GetOrAdd(method, _ => Called(MethodParser.Parse(decision.Annotation, method, compilation)));
        }

        var called = decision.HasOwnShape ? decision.Target : method;
        if (MethodParser.Parse(decision.Annotation, called, compilation) is not { } model)
        {
            return null;
        }

        // Members of several types, of one name perhaps, meet in one class.
        var named = model with
        {
            DeclaredIn = TypeNames.Plain(method.ContainingType),
            WrapperName = GeneratedNames.Mangle(TypeNames.Plain(method.ContainingType)) + "_" + GeneratedNames.Wrapper(method, compilation),
        };
        return Called(decision.BaseCaller is { } caller
            ? named with
            {
                Type = MethodParser.Containing(caller, GeneratedNames.CalledClass(caller, "_Base_", compilation), compilation),
                Signature = model.Signature with { Type = TypeNames.Oblivious(caller) },
                InnerSignature = Signatures.Inside(called),
                Reach = MemberReach.Bridge,
                IsBaseCall = true,
                Log = WithBridge(LogFinder.Of(caller, isStatic: false, compilation), "_Base"),
            }
            : named with
            {
                Type = MethodParser.Containing(called.ContainingType, GeneratedNames.CalledClass(called.ContainingType, "_Called_", compilation), compilation),
                Log = WithBridge(model.Log, "_Called"),
            });
    }

    private static MethodModel? Called(MethodModel? model) => model is null ? null : model with { Type = model.Type with { IsCalled = true } };

    private sealed class Models() : ConcurrentDictionary<IMethodSymbol, MethodModel?>(SymbolEqualityComparer.Default);

    // The type's own wrappers may have added a bridge to the same log.
    private static LogAccess? WithBridge(LogAccess? log, string name) => log is null ? null : log with { BridgeInfix = name };
}
