using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Finds annotated methods and their calls: first by names in the syntax, then, only in trees whose row is new, by binding.
/// </summary>
internal static class Discovery
{
    /// <summary>The trees that matter, one row each. Binds nothing.</summary>
    public static IEnumerable<SourceRow> Rows(Compilation compilation, Settings settings, CancellationToken cancellation)
    {
        var facts = compilation.SyntaxTrees.Select(t => (Tree: t, Facts: TreeFacts.Of(t, cancellation))).ToList();
        var all = facts.Select(f => f.Facts).ToList();
        var candidates = new Candidates(TreeFacts.AnnotatedNames(all), TreeFacts.AttributeNames(all));
        candidates.Methods.UnionWith(ReferencedNames.Of(compilation, cancellation));
        if (candidates.Methods.Count == 0)
        {
            return [];
        }

        var relevant = facts.Where(f => IsRelevant(f.Facts, candidates)).Select(f => f.Tree).ToList();
        var equal = EqualFiles.Among(relevant, cancellation);
        var version = DeclarationVersion.Of(compilation, cancellation);
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return relevant.Select(tree => new SourceRow(
            tree, compilation, version, candidates, equal.Contains(tree), SourcePaths.Unique(tree.FilePath, settings, files), settings)).ToList();
    }

    /// <summary>The methods that the row's tree declares with an attribute.</summary>
    public static BoundMethods Methods(SourceRow row, CancellationToken cancellation)
    {
        var (tree, compilation) = row.Open();
        var declared = TreeFacts.Of(tree, cancellation).Methods.Where(m => m.Attributes.Any(row.Candidates.Attributes.Contains)).ToList();
        if (declared.Count == 0)
        {
            return new(EquatableArray<MethodModel>.Empty, EquatableArray<RefusedMethod>.Empty);
        }

        var model = Binding.Model(compilation, tree);
        var root = tree.GetRoot(cancellation);
        var annotations = declared
            .Select(m => Find<MethodDeclarationSyntax>(root, m.Span))
            .Select(syntax => model.GetDeclaredSymbol(syntax, cancellation))
            .Select(symbol => symbol is not IMethodSymbol method ? null : Annotations.OwnOf(method.PartialDefinitionPart ?? method))
            .OfType<Annotation>()
            .ToList();
        return new(
            annotations.Select(annotation => MethodParser.Parse(annotation, compilation)).OfType<MethodModel>().ToEquatableArray(),
            annotations.Select(annotation => Refused(annotation, compilation)).OfType<RefusedMethod>().ToEquatableArray());
    }

    private static RefusedMethod? Refused(Annotation annotation, Compilation compilation) =>
        MethodSupport.Check(annotation.Method, compilation) is not MethodRefusal.None and var refusal
            ? new(annotation.Kind, StepNames.Of(annotation), annotation.Method.GetDocumentationCommentId() ?? annotation.Method.Name, Reasons.Sentence(refusal))
            : null;

    /// <summary>The recorded calls in the row's tree.</summary>
    public static BoundCalls Calls(SourceRow row, CancellationToken cancellation)
    {
        var (tree, compilation) = row.Open();
        var spans = TreeFacts.Of(tree, cancellation).Calls
            .Where(p => row.Candidates.Methods.Contains(p.Key))
            .SelectMany(p => p.Value)
            .OrderBy(s => s.Start)
            .ThenBy(s => s.Length)
            .ToList();
        var calls = new List<CallModel>();
        var called = new SortedDictionary<string, MethodModel>(StringComparer.Ordinal);
        var given = new ValueParser(compilation, TypeNaming.Inside);
        if (spans.Count > 0)
        {
            var model = Binding.Model(compilation, tree);
            var root = tree.GetRoot(cancellation);
            foreach (var span in spans)
            {
                var call = Find<InvocationExpressionSyntax>(root, span);
                if (CallSites.Decide(call, model, row.HasEqualFile, cancellation) is { IsRecorded: true } decision)
                {
                    var wrapped = CalledMethods.Of(decision, compilation);
                    if (CallParser.Parse(call, decision, wrapped, model, row, cancellation) is { } parsed)
                    {
                        calls.Add(parsed);
                        GivenTypes.Parse(call, decision.Target, model, given, cancellation);
                        if (wrapped is not null)
                        {
                            called[wrapped.Type.WrapperClass + "." + wrapped.WrapperName] = wrapped;
                        }
                    }
                }
            }
        }

        return new BoundCalls(
            new FileCalls(row.File, calls.ToEquatableArray()),
            called.Values.ToEquatableArray(),
            given.Shapes);
    }

    private static bool IsRelevant(TreeFacts facts, Candidates candidates) =>
        facts.Methods.Any(m => m.Attributes.Any(candidates.Attributes.Contains))
        || (candidates.Methods.Count < facts.Calls.Count
            ? candidates.Methods.Any(facts.Calls.ContainsKey)
            : facts.Calls.Keys.Any(candidates.Methods.Contains));

    private static T Find<T>(SyntaxNode root, TextSpan span)
        where T : SyntaxNode =>
        root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<T>().First(n => n.Span == span);
}
