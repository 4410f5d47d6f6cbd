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
/// Finds annotated methods and their calls: first by names in the syntax, then by binding the files whose results are not known
/// yet. The result of binding a tree depends on the tree and on the version of the declarations around it, and contains values only. It is
/// stored with the tree. So each step is a function of its inputs in the pipeline, and takes almost no time after an edit that changes none of them.
/// </summary>
internal static class Discovery
{
    /// <summary>The files that may declare or call annotated methods. Nothing is bound.</summary>
    public static Sources Sources(Compilation compilation, Settings settings, CancellationToken cancellation)
    {
        var facts = compilation.SyntaxTrees.Select(t => (Tree: t, Facts: TreeFacts.Of(t, cancellation))).ToList();
        var all = facts.Select(f => f.Facts).ToList();
        var names = TreeFacts.AnnotatedNames(all);
        names.UnionWith(ReferencedNames.Of(compilation, cancellation));
        var version = DeclarationVersion.Of(compilation, cancellation);
        var candidates = new Candidates(names, TreeFacts.AttributeNames(all));
        if (candidates.Methods.Count == 0)
        {
            return new(compilation, settings, version, candidates, []);
        }

        var relevant = facts.Where(f => f.Facts.IsRelevant(candidates)).ToList();
        var equal = EqualFiles.Among(relevant.Select(f => f.Tree), cancellation);
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new(compilation, settings, version, candidates, relevant.ConvertAll(f => new SourceFile(
            f.Tree, f.Facts, SourcePaths.Unique(f.Tree.FilePath, settings, files), equal.Contains(f.Tree), version, settings)));
    }

    /// <summary>The annotated methods that each file declares.</summary>
    public static IEnumerable<BoundMethods> Methods(Sources sources, CancellationToken cancellation) =>
        sources.Files.Select(file => Methods(file, sources, cancellation));

    /// <summary>The recorded calls in each file.</summary>
    public static IEnumerable<BoundCalls> Calls(Sources sources, CancellationToken cancellation) =>
        sources.Files.Select(file => Calls(file, sources, cancellation));

    public static BoundMethods Methods(SourceFile file, Sources sources, CancellationToken cancellation) =>
        file.Facts.Bound.Find(sources.Version) ?? file.Facts.Bound.Keep(sources.Version, BindMethods(file, sources, cancellation));

    public static BoundCalls Calls(SourceFile file, Sources sources, CancellationToken cancellation) =>
        file.Facts.BoundCalls.Find(file.CallsKey) ?? file.Facts.BoundCalls.Keep(file.CallsKey, BindCalls(file, sources, cancellation));

    private static BoundMethods BindMethods(SourceFile file, Sources sources, CancellationToken cancellation)
    {
        var declared = file.Facts.Methods.Where(m => m.Attributes.Any(sources.Candidates.Attributes.Contains)).ToList();
        if (declared.Count == 0)
        {
            return new(EquatableArray<MethodModel>.Empty, EquatableArray<RefusedMethod>.Empty);
        }

        var compilation = sources.Compilation;
        var model = Binding.Model(compilation, file.Tree);
        var root = file.Tree.GetRoot(cancellation);
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

    private static BoundCalls BindCalls(SourceFile file, Sources sources, CancellationToken cancellation)
    {
        var compilation = sources.Compilation;
        var calls = new List<CallModel>();
        var called = new SortedDictionary<string, MethodModel>(StringComparer.Ordinal);
        var given = new ValueParser(compilation, TypeNaming.Inside);
        foreach (var (written, call, model, decision) in CallBinder.Decide(file, sources, cancellation))
        {
            if (decision.IsRecorded && written.Location is not null)
            {
                var wrapped = CalledMethods.Of(decision, compilation);
                calls.Add(CallParser.Parse(written, call, decision, wrapped, model, file, cancellation));
                GivenTypes.Parse(call, decision.Target, model, given, cancellation);
                if (wrapped is not null)
                {
                    called[wrapped.Type.WrapperClass + "." + wrapped.WrapperName] = wrapped;
                }
            }
        }

        return new BoundCalls(
            new FileCalls(file.Name, calls.ToEquatableArray()),
            called.Values.ToEquatableArray(),
            given.Shapes);
    }

    private static T Find<T>(SyntaxNode root, TextSpan span)
        where T : SyntaxNode =>
        root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<T>().First(n => n.Span == span);
}
