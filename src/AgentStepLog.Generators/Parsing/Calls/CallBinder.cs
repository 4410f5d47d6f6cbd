using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Binds the calls of a file: each in a shortened body, or in the whole body where the shortened one does not decide.</summary>
internal static class CallBinder
{
    /// <summary>The calls of annotated methods, in order, each with the syntax and the semantic model in which it is bound.</summary>
    public static IEnumerable<(WrittenCall Written, InvocationExpressionSyntax Call, SemanticModel Model, CallDecision Decision)> Decide(
        SourceFile file, Sources sources, CancellationToken cancellation)
    {
        var whole = Binding.Model(sources.Compilation, file.Tree);
        ShortBody? body = null;
        SemanticModel? model = null;
        foreach (var written in Written(file, sources.Candidates, whole, cancellation))
        {
            if (written.Short is { } call)
            {
                if (body != written.Body)
                {
                    (body, model) = (written.Body, written.Body!.Model(whole));
                }

                if (model is not null && CallSites.TryDecide(call, model, file.HasEqualFile, written.Location is not null, out var settled, cancellation))
                {
                    if (settled is not null)
                    {
                        yield return (written, call, model, settled);
                    }

                    continue;
                }
            }

            call = written.In(file.Tree.GetRoot(cancellation));
            if (CallSites.Decide(call, whole, file.HasEqualFile, cancellation) is { } decision)
            {
                yield return (written, call, whole, decision);
            }
        }
    }

    private static IReadOnlyList<WrittenCall> Written(SourceFile file, Candidates candidates, SemanticModel model, CancellationToken cancellation) =>
        file.Facts.WrittenCalls.Find(candidates.Id) ?? file.Facts.WrittenCalls.Keep(candidates.Id, WrittenCall.Of(file, candidates, model, cancellation));
}
