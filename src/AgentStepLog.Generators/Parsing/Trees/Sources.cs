using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// The input of one run of the generator: the files that may declare or call annotated methods, as far as the syntax tells, and
/// the compilation in which they are bound. It exists during that run, and is equal only to itself.
/// </summary>
internal sealed class Sources(
    Compilation compilation, Settings settings, ulong version, Candidates candidates, IReadOnlyList<SourceFile> files)
{
    public Compilation Compilation { get; } = compilation;

    public Settings Settings { get; } = settings;

    /// <summary>Unchanged as long as binding a file gives the same result (<see cref="DeclarationVersion"/>).</summary>
    public ulong Version { get; } = version;

    public Candidates Candidates { get; } = candidates;

    public IReadOnlyList<SourceFile> Files { get; } = files;
}

/// <param name="methods">The names of all annotated methods.</param>
/// <param name="attributes">The names of this library's attributes: with and without <c>Attribute</c>, and aliases.</param>
internal sealed class Candidates(HashSet<string> methods, HashSet<string> attributes)
{
    public HashSet<string> Methods { get; } = methods;

    public HashSet<string> Attributes { get; } = attributes;

    /// <summary>The hashes of the methods' names, which <see cref="NameScan"/> finds.</summary>
    public HashSet<uint> Hashes { get; } = [.. methods.Select(NameScan.Hash)];

    /// <summary>A number that is equal for equal sets of names.</summary>
    public ulong Id { get; } = methods.OrderBy(static n => n, StringComparer.Ordinal).Aggregate(0UL, static (id, name) => DeclarationText.Next(id, name + "\n"));
}
