using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The wrappers that are generated for calls, instead of for the type that declares the method: those of methods of referenced assemblies,
/// of overrides whose signature differs from that of the annotated member, and of <c>base.</c> calls.
/// </summary>
internal static class CalledMethods
{
    // Each is parsed once, however many calls there are.
    private static readonly ConditionalWeakTable<Compilation, Models> s_referenced = new();

    /// <summary>The model; null where the method's own wrapper fits the call.</summary>
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

        // Members of several types are in one class, and may have one name.
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

    // The type's own wrappers may have a bridge to the same log, so this one needs another name.
    private static LogAccess? WithBridge(LogAccess? log, string name) => log is null ? null : log with { BridgeInfix = name };
}
