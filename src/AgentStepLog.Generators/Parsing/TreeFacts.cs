using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// What can be known of a tree without binding anything: computed once in the life of the tree, and gone with it. Holds
/// names, positions and models, never nodes.
/// </summary>
internal sealed class TreeFacts(
    IReadOnlyDictionary<string, IReadOnlyList<TextSpan>> calls,
    IReadOnlyList<AttributedMethod> methods,
    IReadOnlyList<AttributedMethod> localFunctions,
    IReadOnlyList<KeyValuePair<string, string>> aliases,
    ulong declarationHash)
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> s_byTree = new();

    /// <summary>The invocations in the tree, by the name that is called, in order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TextSpan>> Calls => calls;

    /// <summary>The methods that bear attributes.</summary>
    public IReadOnlyList<AttributedMethod> Methods => methods;

    /// <summary>The local functions that bear attributes.</summary>
    public IReadOnlyList<AttributedMethod> LocalFunctions => localFunctions;

    /// <summary>Using aliases, each with the last name of what it stands for.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Aliases => aliases;

    /// <summary>
    /// A hash of the text outside of bodies. While it is the same in every tree, binding a body gives the same in every
    /// other: C# infers nothing from the body of another member.
    /// </summary>
    public ulong DeclarationHash => declarationHash;

    /// <summary>What binding the tree's annotated methods gave, by <see cref="DeclarationVersion"/>.</summary>
    public Memo<ulong, BoundMethods> Bound { get; } = new();

    /// <summary>What binding the calls in it gave.</summary>
    public Memo<CallsKey, BoundCalls> BoundCalls { get; } = new();

    /// <summary>The names of the methods that bear one of our attributes, by whatever name these trees know it.</summary>
    public static HashSet<string> AnnotatedNames(IReadOnlyCollection<TreeFacts> all)
    {
        var attributes = AttributeNames(all);
        return new HashSet<string>(
            all.SelectMany(f => f.Methods).Where(m => m.Attributes.Any(attributes.Contains)).Select(m => m.Name), StringComparer.Ordinal);
    }

    /// <summary>Our attributes by name: with and without <c>Attribute</c>, and their aliases in these trees.</summary>
    public static HashSet<string> AttributeNames(IEnumerable<TreeFacts> all)
    {
        var names = new HashSet<string>(Annotations.Names.Keys.SelectMany(n => new[] { n, n + "Attribute" }), StringComparer.Ordinal);
        foreach (var alias in all.SelectMany(f => f.Aliases).Where(a => names.Contains(a.Value)).Select(a => a.Key).ToList())
        {
            // [Tool] finds an alias Tool as well as an alias ToolAttribute.
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

        // Another thread may have been faster: facts of one tree are equal, whichever is kept.
        return s_byTree.GetValue(tree, _ => facts);
    }
}

/// <param name="Name">The method's name, unescaped.</param>
/// <param name="Attributes">The last names of its attributes, as written.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record AttributedMethod(string Name, IReadOnlyList<string> Attributes, TextSpan Span);
