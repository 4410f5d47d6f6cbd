using System.Collections.Generic;
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

    /// <summary>Follow from the version.</summary>
    public Candidates Candidates { get; } = candidates;

    public IReadOnlyList<SourceFile> Files { get; } = files;
}

/// <param name="Methods">Names of all methods that bear one of our attributes.</param>
/// <param name="Attributes">Names of our attributes: with and without <c>Attribute</c>, and aliases.</param>
internal sealed record Candidates(HashSet<string> Methods, HashSet<string> Attributes);
