using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// What one run of the generator works on: the files that may declare or call annotated methods, as far as syntax can tell, and
/// the compilation to bind them in. Lives during that run, and is equal to itself alone.
/// </summary>
internal sealed class Sources(
    Compilation compilation, Settings settings, ulong version, Candidates candidates, IReadOnlyList<SourceFile> files)
{
    public Compilation Compilation { get; } = compilation;

    public Settings Settings { get; } = settings;

    /// <summary>The same as long as binding a file gives the same (<see cref="DeclarationVersion"/>).</summary>
    public ulong Version { get; } = version;

    public Candidates Candidates { get; } = candidates;

    public IReadOnlyList<SourceFile> Files { get; } = files;
}

/// <param name="methods">Names of all methods that bear one of our attributes.</param>
/// <param name="attributes">Names of our attributes: with and without <c>Attribute</c>, and aliases.</param>
internal sealed class Candidates(HashSet<string> methods, HashSet<string> attributes)
{
    public HashSet<string> Methods { get; } = methods;

    public HashSet<string> Attributes { get; } = attributes;

    /// <summary>The methods' names as <see cref="NameScan"/> finds them.</summary>
    public HashSet<uint> Hashes { get; } = [.. methods.Select(NameScan.Hash)];

    /// <summary>The same for the same methods' names.</summary>
    public ulong Id { get; } = methods.OrderBy(static n => n, StringComparer.Ordinal).Aggregate(0UL, static (id, name) => DeclarationText.Next(id, name + "\n"));
}
