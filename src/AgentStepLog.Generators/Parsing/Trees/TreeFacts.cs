using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The facts about a tree that need no binding. They are computed once for each tree, and released with it. They contain
/// names, positions and models, and never nodes of the tree.
/// </summary>
internal sealed class TreeFacts(
    IReadOnlyList<NamePlace> calls,
    IReadOnlyList<AttributedMethod> methods,
    IReadOnlyList<KeyValuePair<string, string>> aliases,
    bool mayNameOurs,
    List<int>? declaring,
    ulong declarationHash)
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> s_byTree = new();
    private static readonly string[] s_ours = [.. Annotations.Names.Keys.SelectMany(static n => new[] { n, n + "Attribute" })];

    private readonly uint[] _called = [.. calls.Select(static c => c.Hash).Distinct()];

    /// <summary>The places of names that may be called, in order (<see cref="Invocations"/>).</summary>
    public IReadOnlyList<NamePlace> Calls => calls;

    /// <summary>The methods with attributes.</summary>
    public IReadOnlyList<AttributedMethod> Methods => methods;

    /// <summary>The using aliases, each with the last name of its target.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Aliases => aliases;

    /// <summary>
    /// A hash of the text outside of bodies. While it is unchanged in every tree, binding a body gives the same result in every
    /// tree: C# infers nothing from the body of another member.
    /// </summary>
    public ulong DeclarationHash => declarationHash;

    /// <summary>The results of binding the tree's annotated methods, by <see cref="DeclarationVersion"/>.</summary>
    public Memo<ulong, BoundMethods> Bound { get; } = new();

    /// <summary>The results of binding the calls in the tree.</summary>
    public Memo<CallsKey, BoundCalls> BoundCalls { get; } = new();

    /// <summary>The calls of candidate names, by <see cref="Candidates.Id"/>.</summary>
    public Memo<ulong, IReadOnlyList<WrittenCall>> WrittenCalls { get; } = new();

    /// <summary>Whether an expression in this part of the tree may declare a variable by <c>is</c> or <c>out</c>.</summary>
    public bool MayDeclare(TextSpan span)
    {
        if (declaring is null)
        {
            return true;
        }

        var next = declaring.BinarySearch(span.Start);
        next = next < 0 ? ~next : next;
        return next < declaring.Count && declaring[next] < span.End;
    }

    /// <summary>Whether the tree may declare or call annotated methods.</summary>
    public bool IsRelevant(Candidates candidates) =>
        Array.Exists(_called, candidates.Hashes.Contains) || methods.Any(m => m.Attributes.Any(candidates.Attributes.Contains));

    /// <summary>The names of the local functions with one of these attributes. This walks the tree where there may be any.</summary>
    public IEnumerable<string> LocalFunctions(SyntaxTree tree, HashSet<string> attributes) => mayNameOurs || attributes.Count > s_ours.Length
        ? tree.GetRoot().DescendantNodes().OfType<LocalFunctionStatementSyntax>()
            .Where(f => TreeWalk.AttributeNames(f.AttributeLists).Any(attributes.Contains))
            .Select(static f => f.Identifier.ValueText)
        : [];

    /// <summary>The names of the annotated methods, under all aliases of the attributes in these trees.</summary>
    public static HashSet<string> AnnotatedNames(IReadOnlyCollection<TreeFacts> all)
    {
        var attributes = AttributeNames(all);
        return new HashSet<string>(
            all.SelectMany(f => f.Methods).Where(m => m.Attributes.Any(attributes.Contains)).Select(m => m.Name), StringComparer.Ordinal);
    }

    /// <summary>The names of this library's attributes: with and without <c>Attribute</c>, and their aliases in these trees.</summary>
    public static HashSet<string> AttributeNames(IEnumerable<TreeFacts> all)
    {
        var names = new HashSet<string>(s_ours, StringComparer.Ordinal);
        foreach (var alias in all.SelectMany(f => f.Aliases).Where(a => names.Contains(a.Value)).Select(a => a.Key).ToList())
        {
            // [Tool] finds an alias Tool and also an alias ToolAttribute.
            names.Add(alias);
            if (alias.EndsWith("Attribute", StringComparison.Ordinal))
            {
                names.Add(alias.Substring(0, alias.Length - "Attribute".Length));
            }
        }

        return names;
    }

    public static TreeFacts Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_byTree.TryGetValue(tree, out var known))
        {
            return known;
        }

        var facts = TreeWalk.Facts(tree, cancellation);

        // Another thread may have been faster. The facts of one tree are equal, so either may be kept.
        return s_byTree.GetValue(tree, _ => facts);
    }
}

/// <param name="Name">The method's name, unescaped.</param>
/// <param name="Attributes">The last names of its attributes, as written.</param>
/// <param name="Span">The place of the method.</param>
internal sealed record AttributedMethod(string Name, IReadOnlyList<string> Attributes, TextSpan Span);
