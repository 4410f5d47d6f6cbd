using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// A call that may be one of an annotated method, with what of it follows from its tree alone: made once in the life of the tree,
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

    /// <summary>How interception names it; null where it cannot be intercepted.</summary>
    public CallLocation? Location { get; }

    /// <summary>File and line of its name, mapped where <c>#line</c> says so.</summary>
    public (string Path, int Line) Place { get; }

    /// <summary>The body around it without what says nothing of it; null where it is bound as it stands.</summary>
    public ShortBody? Body { get; }

    /// <summary>The call in that body.</summary>
    public InvocationExpressionSyntax? Short { get; }

    /// <summary>The call as it stands in its tree.</summary>
    public InvocationExpressionSyntax In(SyntaxNode root) => Invocations.At(root, _name)!;

    /// <summary>The calls in a file, in order.</summary>
    /// <param name="model">Of the file, in any compilation.</param>
    public static IReadOnlyList<WrittenCall> Of(SourceFile file, Candidates candidates, SemanticModel model, CancellationToken cancellation)
    {
        var calls = Invocations.Of(file.Tree.GetRoot(cancellation), file.Facts.Calls, candidates);
        var bodies = calls
            .Where(static c => Body(c) is not null)
            .GroupBy(static c => Body(c)!)
            .ToDictionary(static g => g.Key, g => ShortBody.Of(g.Key, [.. g], file.Facts));
        return calls.ConvertAll(c => new WrittenCall(c, Body(c) is { } body ? bodies[body] : null, model, cancellation));

        // Not what stands in the method's attributes, or in default values of its parameters.
        static BlockSyntax? Body(InvocationExpressionSyntax call) =>
            call.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Body is { } body && body.Span.Contains(call.Span) ? body : null;
    }
}

/// <param name="Version">Of the form of the data.</param>
/// <param name="Data">What <c>[InterceptsLocation]</c> is given.</param>
internal sealed record CallLocation(int Version, string Data);
