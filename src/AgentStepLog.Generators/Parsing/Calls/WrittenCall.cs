using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// A call that may be one of an annotated method, with the facts that follow from its tree alone. It is made once for each tree,
/// however often the call is bound.
/// </summary>
internal sealed class WrittenCall
{
    private readonly int _name;

    private WrittenCall(InvocationExpressionSyntax call, ShortBody? body, SemanticModel model, CancellationToken cancellation)
    {
        var name = Invocations.Name(call.Expression)!;
        _name = name.SpanStart;
        Place = CallPlaces.Of(name.GetLocation());
        Body = body;
        Short = body?.Find(_name) is { } found && found.IsEquivalentTo(call) ? found : null;
        if (model.GetInterceptableLocation(call, cancellation) is { } location)
        {
            Location = new CallLocation(location.Version, location.Data);
        }
    }

    /// <summary>The location for an interceptor; null where the call cannot be intercepted.</summary>
    public CallLocation? Location { get; }

    /// <summary>The file and line of the call's name, mapped by <c>#line</c>.</summary>
    public (string Path, int Line) Place { get; }

    /// <summary>The shortened body of the call; null where it is bound in its whole body.</summary>
    public ShortBody? Body { get; }

    /// <summary>The call in the shortened body.</summary>
    public InvocationExpressionSyntax? Short { get; }

    /// <summary>The call in its tree.</summary>
    public InvocationExpressionSyntax In(SyntaxNode root) => Invocations.At(root, _name)!;

    /// <summary>The calls in a file, in order.</summary>
    /// <param name="model">A semantic model of the file, in any compilation.</param>
    public static IReadOnlyList<WrittenCall> Of(SourceFile file, Candidates candidates, SemanticModel model, CancellationToken cancellation)
    {
        var calls = Invocations.Of(file.Tree.GetRoot(cancellation), file.Facts.Calls, candidates);
        var bodies = calls
            .Where(static c => Body(c) is not null)
            .GroupBy(static c => Body(c)!)
            .ToDictionary(static g => g.Key, g => ShortBody.Of(g.Key, [.. g], file.Facts));
        return calls.ConvertAll(c => new WrittenCall(c, Body(c) is { } body ? bodies[body] : null, model, cancellation));

        // Calls in a method's attributes or in default values of its parameters are not in its body.
        static BlockSyntax? Body(InvocationExpressionSyntax call) =>
            call.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Body is { } body && body.Span.Contains(call.Span) ? body : null;
    }
}

/// <param name="Version">The version of the data's form.</param>
/// <param name="Data">The argument of <c>[InterceptsLocation]</c>.</param>
internal sealed record CallLocation(int Version, string Data);
