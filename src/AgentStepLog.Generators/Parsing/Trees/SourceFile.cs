using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>A file of <see cref="Sources"/>.</summary>
internal sealed class SourceFile(SyntaxTree tree, TreeFacts facts, string name, bool hasEqualFile, ulong version, Settings settings)
{
    public SyntaxTree Tree { get; } = tree;

    public TreeFacts Facts { get; } = facts;

    /// <summary>The file's name in generated hint names: unique in the compilation.</summary>
    public string Name { get; } = name;

    /// <summary>Whether another file has the same content (<see cref="EqualFiles"/>).</summary>
    public bool HasEqualFile { get; } = hasEqualFile;

    public Settings Settings { get; } = settings;

    /// <summary>All inputs of the models of its calls, besides the tree itself.</summary>
    public CallsKey CallsKey { get; } = new(version, name, hasEqualFile, settings);
}

/// <inheritdoc cref="SourceFile.CallsKey"/>
internal readonly record struct CallsKey(ulong Version, string File, bool HasEqualFile, Settings Settings);
