using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// A number that changes with everything outside of bodies: declarations of all trees, references, options. In two
/// compilations with one version, binding a tree that both contain gives the same result.
/// </summary>
internal static class DeclarationVersion
{
    private static readonly ConditionalWeakTable<object, Identity> s_identities = new();
    private static readonly ConditionalWeakTable<Compilation, Identity> s_versions = new();
    private static long s_last;

    public static ulong Of(Compilation compilation, CancellationToken cancellation)
    {
        if (s_versions.TryGetValue(compilation, out var known))
        {
            return known.Number;
        }

        var version = (ulong)compilation.SyntaxTrees.Count();
        foreach (var tree in compilation.SyntaxTrees)
        {
            version = DeclarationText.Next(version, TreeFacts.Of(tree, cancellation).DeclarationHash);
        }

        foreach (var reference in compilation.References)
        {
            // A reference to a project is a new object after each edit of that project, so its own version is used.
            version = DeclarationText.Next(version, reference is CompilationReference { Compilation: { Language: LanguageNames.CSharp } other }
                ? Of(other, cancellation)
                : IdentityOf(reference));
            foreach (var c in string.Join(",", reference.Properties.Aliases))
            {
                version = DeclarationText.Next(version, c);
            }
        }

        version = DeclarationText.Next(version, IdentityOf(compilation.Options));
        foreach (var c in compilation.AssemblyName ?? "")
        {
            version = DeclarationText.Next(version, c);
        }

        return s_versions.GetValue(compilation, _ => new Identity(version)).Number;
    }

    private static ulong IdentityOf(object instance) =>
        s_identities.GetValue(instance, _ => new Identity((ulong)Interlocked.Increment(ref s_last))).Number;

    private sealed class Identity(ulong number)
    {
        public ulong Number { get; } = number;
    }
}
