using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Names of generated types and members: the same on every machine, and never two alike.</summary>
internal static class GeneratedNames
{
    /// <summary>
    /// A C# identifier for a full name: <c>Surf.SurfTools</c> becomes <c>Surf_SurfTools</c>. Where that could be the
    /// name of another one too, a hash follows.
    /// </summary>
    public static string Mangle(string fullName)
    {
        var name = new StringBuilder();
        var isUnique = true;
        foreach (var c in fullName)
        {
            if (char.IsLetterOrDigit(c))
            {
                name.Append(c);
            }
            else
            {
                name.Append('_');
                isUnique &= c == '.';
            }
        }

        if (char.IsDigit(name[0]))
        {
            name.Insert(0, '_');
        }

        return isUnique ? name.ToString() : name + "_" + Hash(fullName);
    }

    /// <summary>
    /// The class in <c>AgentStepLog.Generated</c> that holds the type's wrappers; never one of those that stand there anyway, or
    /// that another assembly has.
    /// </summary>
    public static string WrapperClass(INamedTypeSymbol type, Compilation compilation)
    {
        var name = Mangle(TypeNames.Plain(type));
        if (!Ownership.IsOwn(type, compilation))
        {
            // The declaring assembly has a class of its own for it, and may show us its internals; so may others that call it.
            return CalledClass(type, "_Called_", compilation);
        }

        return name is "ValueWriters" or "KnownValues" or "KnownMessages" or "JsonReaders" or "Interceptors" or "InterceptionMarker" ? name + "_" : name;
    }

    /// <summary>A class in <c>AgentStepLog.Generated</c> for wrappers that stand with the calls: of no other type, and of no other assembly.</summary>
    public static string CalledClass(INamedTypeSymbol type, string infix, Compilation compilation) =>
        Mangle(TypeNames.Plain(type)) + infix + Hash(type.ContainingAssembly.Name + "\n" + compilation.AssemblyName);

    /// <summary>
    /// The class that holds the type's tool table: <c>SurfToolsAgentTools</c>, in the type's namespace, where another type, or
    /// the table of another one, may have that name already.
    /// </summary>
    public static string TableClass(INamedTypeSymbol type)
    {
        var parts = new List<string>();
        for (var t = type; t is not null; t = t.ContainingType)
        {
            parts.Insert(0, t.Name);
        }

        var joined = string.Join("_", parts);
        var isTaken = parts.Count > 1
            && (parts.Any(static p => p.Contains("_")) || !type.ContainingNamespace.GetTypeMembers(joined).IsEmpty);
        var name = joined + "AgentTools" + (isTaken ? "_" + Hash(TypeNames.Plain(type)) : "");
        while (type.ContainingNamespace.GetMembers(name).Any(static m => !IsGenerated(m)))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>The name of the methods that write and read a named type, given its key.</summary>
    public static string Shape(string key) => Mangle(key.Replace("global::", ""));

    /// <summary>Eight hex digits: FNV-1a, which unlike <c>GetHashCode</c> is the same in every process.</summary>
    public static string Hash(string text) => Fnv(text).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>One of <paramref name="count"/> buckets, evenly, and the same for a text whatever else there is.</summary>
    public static int Bucket(string text, int count)
    {
        var hash = Fnv(text);
        return (int)((hash ^ (hash >> 16)) % (uint)count);
    }

    private static uint Fnv(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return hash;
    }

    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The wrapper's name: the method's, with a number from the second recorded overload on. Overloads are ordered by
    /// signature, so that the order of files does not matter.
    /// </summary>
    public static string Wrapper(IMethodSymbol method, Compilation compilation)
    {
        // Members of the one name only: this is asked for every call, and a type may have thousands of tools.
        var overloads = Recorded(method.ContainingType, method.Name, compilation)
            .OrderBy(m => m.Arity)
            .ThenBy(m => m.Parameters.Length)
            .ThenBy(Signature, StringComparer.Ordinal)
            .ToList();
        var index = overloads.FindIndex(m => SymbolEqualityComparer.Default.Equals(m, method));
        if (index <= 0)
        {
            return Reserved(method, compilation) ? method.Name + "_" : method.Name;
        }

        var name = method.Name + "_" + Number(index + 1);
        while (Recorded(method.ContainingType, name, compilation).Any())
        {
            name += "_";
        }

        return name;
    }

    private static IEnumerable<IMethodSymbol> Recorded(INamedTypeSymbol type, string name, Compilation compilation) => type.GetMembers(name)
        .OfType<IMethodSymbol>()
        .Where(m => Annotations.OwnOf(m) is not null && MethodSupport.Check(m, compilation) == MethodRefusal.None);

    /// <summary>Whether the name could be that of the wrapper class, or of what stands beside a wrapper in it.</summary>
    private static bool Reserved(IMethodSymbol method, Compilation compilation) =>
        method.Name == WellKnownMemberNames.EntryPointMethodName // CS0028: not an entry point after all
        || method.Name.EndsWith("_Method", StringComparison.Ordinal)
        || method.Name.EndsWith("_Accessor", StringComparison.Ordinal)
        || method.Name == WrapperClass(method.ContainingType, compilation);

    // Analyzers parse the same models in a compilation that has the table already.
    private static bool IsGenerated(INamespaceOrTypeSymbol symbol) => symbol.GetAttributes()
        .Any(static a => a.AttributeClass is { Name: "GeneratedCodeAttribute" } && a.ConstructorArguments.Length > 0
            && a.ConstructorArguments[0].Value is "AgentStepLog.Generators");

    private static string Signature(IMethodSymbol method) =>
        string.Join(",", method.Parameters.Select(p => TypeNames.Oblivious(p.Type)));
}
