using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Names of generated types and members. They are the same on every machine, and unique.</summary>
internal static class GeneratedNames
{
    /// <summary>
    /// A C# identifier for a full name: <c>Surf.SurfTools</c> becomes <c>Surf_SurfTools</c>. Where another full name could give the same
    /// identifier, a hash follows.
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
    /// The class in <c>AgentStepLog.Generated</c> with the type's wrappers. Its name differs from those of other generated classes there, and from
    /// those of other assemblies.
    /// </summary>
    public static string WrapperClass(INamedTypeSymbol type, Compilation compilation)
    {
        var name = Mangle(TypeNames.Plain(type));
        if (!Ownership.IsOwn(type, compilation))
        {
            // The declaring assembly has such a class of its own, and may show its internals to this one. The same applies to other assemblies that call the type.
            return CalledClass(type, "_Called_", compilation);
        }

        return name is "ValueWriters" or "KnownValues" or "KnownMessages" or "JsonReaders" or "Interceptors" or "InterceptionMarker" ? name + "_" : name;
    }

    /// <summary>A class in <c>AgentStepLog.Generated</c> for wrappers that are generated for calls. No other type and no other assembly has its name.</summary>
    public static string CalledClass(INamedTypeSymbol type, string infix, Compilation compilation) =>
        Mangle(TypeNames.Plain(type)) + infix + Hash(type.ContainingAssembly.Name + "\n" + compilation.AssemblyName);

    /// <summary>
    /// The class with the type's tool table: <c>SurfToolsAgentTools</c>, in the type's namespace. The name changes where another type, or
    /// the table of another type, may have it already.
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

    /// <summary>The name of the methods that write and read a named type, from the type's key.</summary>
    public static string Shape(string key) => Mangle(key.Replace("global::", ""));

    /// <summary>Eight hex digits of FNV-1a. Unlike <c>GetHashCode</c>, it is the same in every process.</summary>
    public static string Hash(string text) => Fnv(text).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Assigns a text to one of <paramref name="count"/> buckets, evenly, and always to the same one.</summary>
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
    /// The wrapper's name: that of the method, with a number from the second recorded overload on. Overloads are ordered by
    /// signature, so that the order of files does not matter.
    /// </summary>
    public static string Wrapper(IMethodSymbol method, Compilation compilation)
    {
        // Looks up members by name, since every call needs this and a type may have thousands of tools.
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

    /// <summary>Whether the name could be that of the wrapper class, or of another member of it.</summary>
    private static bool Reserved(IMethodSymbol method, Compilation compilation) =>
        method.Name == WellKnownMemberNames.EntryPointMethodName // avoids CS0028, the warning about an entry point with a wrong signature
        || method.Name.EndsWith("_Method", StringComparison.Ordinal)
        || method.Name.EndsWith("_Accessor", StringComparison.Ordinal)
        || method.Name == WrapperClass(method.ContainingType, compilation);

    // Analyzers parse the same models in a compilation that already contains the generated table.
    private static bool IsGenerated(INamespaceOrTypeSymbol symbol) => symbol.GetAttributes()
        .Any(static a => a.AttributeClass is { Name: "GeneratedCodeAttribute" } && a.ConstructorArguments.Length > 0
            && a.ConstructorArguments[0].Value is "AgentStepLog.Generators");

    private static string Signature(IMethodSymbol method) =>
        string.Join(",", method.Parameters.Select(p => TypeNames.Oblivious(p.Type)));
}
