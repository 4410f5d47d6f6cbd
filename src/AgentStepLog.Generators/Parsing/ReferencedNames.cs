using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The names of annotated methods of referenced assemblies, found without binding. A reference is read once: from its
/// metadata, or, for a project that is open in the same editor, from the facts of its trees.
/// </summary>
internal static class ReferencedNames
{
    private static readonly ConditionalWeakTable<MetadataReference, IReadOnlyCollection<string>> s_byReference = new();
    private static readonly ConditionalWeakTable<Compilation, IReadOnlyCollection<string>> s_byCompilation = new();

    public static IEnumerable<string> Of(Compilation compilation, CancellationToken cancellation) =>
        compilation.References.SelectMany(r => Names(r, cancellation));

    private static IReadOnlyCollection<string> Names(MetadataReference reference, CancellationToken cancellation) =>
        reference is CompilationReference { Compilation: var other }
            ? OfProject(other, cancellation)
            : s_byReference.GetValue(reference, static r => r is PortableExecutableReference file ? OfFile(file) : []);

    /// <summary>The methods with this name in referenced assemblies, where an annotated one has it. It looks at symbols, so only rules use it.</summary>
    public static IEnumerable<IMethodSymbol> Methods(Compilation compilation, string name, CancellationToken cancellation) => compilation.References
        .Where(r => Names(r, cancellation).Contains(name))
        .Select(compilation.GetAssemblyOrModuleSymbol)
        .SelectMany(static s => s switch
        {
            IAssemblySymbol assembly => Methods(assembly.GlobalNamespace),
            IModuleSymbol module => Methods(module.GlobalNamespace),
            _ => [],
        })
        .Where(m => m.Name == name);

    private static IReadOnlyCollection<string> OfProject(Compilation project, CancellationToken cancellation)
    {
        if (s_byCompilation.TryGetValue(project, out var known))
        {
            return known;
        }

        var names = project.Language == LanguageNames.CSharp
            ? TreeFacts.AnnotatedNames(project.SyntaxTrees.Select(t => TreeFacts.Of(t, cancellation)).ToList())
            : project.ReferencedAssemblyNames.Any(static a => a.Name == Annotations.Namespace)
                ? new HashSet<string>(Methods(project.Assembly.GlobalNamespace).Where(static m => Annotations.OwnOf(m) is not null).Select(static m => m.Name))
                : [];
        return s_byCompilation.GetValue(project, _ => names);
    }

    // A project in another language has no facts of its trees, so its symbols are searched.
    private static IEnumerable<IMethodSymbol> Methods(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(static member => member switch
    {
        INamespaceOrTypeSymbol inner => Methods(inner),
        IMethodSymbol method => [method],
        _ => [],
    });

    private static HashSet<string> OfFile(PortableExecutableReference reference)
    {
        try
        {
            var modules = reference.GetMetadata() switch
            {
                AssemblyMetadata assembly => assembly.GetModules(),
                ModuleMetadata module => [module],
                _ => [],
            };
            return new HashSet<string>(modules.SelectMany(static m => OfModule(m.GetMetadataReader())), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            // The reference cannot be read. The compiler reports that itself, and binds nothing to it.
            return [];
        }
    }

    private static IEnumerable<string> OfModule(MetadataReader reader)
    {
        if (!reader.AssemblyReferences.Any(r => reader.StringComparer.Equals(reader.GetAssemblyReference(r).Name, Annotations.Namespace)))
        {
            yield break;
        }

        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (attribute is { Parent.Kind: HandleKind.MethodDefinition, Constructor.Kind: HandleKind.MemberReference }
                && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && IsOurs(reader, reader.GetTypeReference((TypeReferenceHandle)parent)))
            {
                yield return reader.GetString(reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Parent).Name);
            }
        }
    }

    private static bool IsOurs(MetadataReader reader, TypeReference type) =>
        reader.StringComparer.Equals(type.Namespace, Annotations.Namespace)
        && Annotations.Names.ContainsKey(reader.GetString(type.Name) is { Length: > 9 } name ? name.Substring(0, name.Length - "Attribute".Length) : "");
}
