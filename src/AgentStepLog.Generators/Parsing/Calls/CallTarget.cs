using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Runtime.CompilerServices;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// A called method that is annotated, or overrides an annotated one, with the facts that all calls of it share. They are computed once in a
/// compilation. It exists as long as the compilation, and is never part of a model.
/// </summary>
internal sealed class CallTarget
{
    private static readonly ConditionalWeakTable<Compilation, Known> s_known = new();

    private readonly Compilation _compilation;
    private readonly Lazy<TargetModel> _model;

    private CallTarget(IMethodSymbol method, Annotation annotation, Compilation compilation)
    {
        _compilation = compilation;
        Method = method;
        Annotation = annotation;
        RecordsItself = CalleeOwned.Records(annotation.Method, compilation);
        Refusal = MethodSupport.Check(annotation.Method, compilation);
        _model = new(Parse);
    }

    /// <summary>The definition of the method to which calls are bound.</summary>
    public IMethodSymbol Method { get; }

    /// <summary>The annotation that applies to its calls.</summary>
    public Annotation Annotation { get; }

    /// <summary>Whether the annotated method records itself.</summary>
    public bool RecordsItself { get; }

    /// <summary>Why the annotated method cannot be recorded, if it cannot.</summary>
    public MethodRefusal Refusal { get; }

    /// <summary>The model that its calls share.</summary>
    public TargetModel Model => _model.Value;

    /// <summary>The target; null if neither the method nor one that it overrides is annotated.</summary>
    public static CallTarget? Of(IMethodSymbol method, Compilation compilation)
    {
        var known = s_known.GetOrCreateValue(compilation);
        return known.TryGetValue(method, out var target) ? target
            : Annotations.Of(method) is { } annotation ? known.GetOrAdd(method, m => new CallTarget(m, annotation, compilation))
            : null;
    }

    private TargetModel Parse()
    {
        var naming = TypeNaming.Outside(Method, annotated: false);
        var annotated = Annotation.Method;
        return new TargetModel
        {
            WrapperClass = GeneratedNames.WrapperClass(annotated.ContainingType, _compilation),
            WrapperName = GeneratedNames.Wrapper(annotated, _compilation),
            Id = Method.GetDocumentationCommentId() ?? "",
            Signature = Signatures.Interceptor(Method, naming),
            TypeArguments = Arguments(CallSites.Overridden(Method, annotated), naming),
            OwnTypeArguments = Arguments(Method, naming),
            IsObsolete = MethodParser.IsObsolete(Method),
            ExperimentalIds = Warnings.ExperimentalIds(MethodParser.Named(Method)),
        };
    }

    private static EquatableArray<string> Arguments(IMethodSymbol? shape, TypeNaming naming) =>
        shape is null ? EquatableArray<string>.Empty : TypeNaming.TypeArguments(shape).Select(naming.Of).ToEquatableArray();

    private sealed class Known() : ConcurrentDictionary<IMethodSymbol, CallTarget>(SymbolEqualityComparer.Default);
}
