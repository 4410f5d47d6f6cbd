using System;
using System.Collections.Generic;
using System.Threading;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// A tree that declares or calls annotated methods, as far as syntax can tell. Equal to another while binding would give
/// the same. Holds tree and compilation weakly: a cached row keeps nothing alive.
/// </summary>
internal sealed class SourceRow : IEquatable<SourceRow>
{
    private static long s_last;

    private readonly long _age = Interlocked.Increment(ref s_last);
    private readonly WeakReference<SyntaxTree> _tree;
    private readonly ulong _version;
    private readonly bool _hasEqualFile;
    private Latest _latest;

    public SourceRow(SyntaxTree tree, Compilation compilation, ulong version, Candidates candidates, bool hasEqualFile, string file, Settings settings)
    {
        _tree = new WeakReference<SyntaxTree>(tree);
        _version = version;
        _hasEqualFile = hasEqualFile;
        _latest = new Latest(_age, new WeakReference<Compilation>(compilation));
        Candidates = candidates;
        File = file;
        Settings = settings;
    }

    /// <summary>The names by which annotated methods and our attributes may be known. Covered by the version.</summary>
    public Candidates Candidates { get; }

    /// <summary>The file's name in generated hint names: unique in the compilation.</summary>
    public string File { get; }

    public Settings Settings { get; }

    public bool HasEqualFile => _hasEqualFile;

    /// <summary>The tree with a compilation to bind it in.</summary>
    public (SyntaxTree Tree, Compilation Compilation) Open() =>
        _tree.TryGetTarget(out var tree) && _latest.Compilation.TryGetTarget(out var compilation)
            ? (tree, compilation)
            : throw new InvalidOperationException(
                $"The compilation of {File} is gone before its calls were bound. This is a bug of AgentStepLog: please report it.");

    public bool Equals(SourceRow? other)
    {
        var equal = other is not null
            && _version == other._version
            && _hasEqualFile == other._hasEqualFile
            && File == other.File
            && Settings == other.Settings
            && _tree.TryGetTarget(out var mine)
            && other._tree.TryGetTarget(out var theirs)
            && ReferenceEquals(mine, theirs);
        if (equal)
        {
            // The driver goes on with the older row, whose compilation may die: either binds the tree alike, so both take
            // the younger one.
            var latest = _latest.Age > other!._latest.Age ? _latest : other._latest;
            _latest = latest;
            other._latest = latest;
        }

        return equal;
    }

    public override bool Equals(object? obj) => Equals(obj as SourceRow);

    public override int GetHashCode() => unchecked((int)_version);

    private sealed class Latest(long age, WeakReference<Compilation> compilation)
    {
        public long Age => age;

        public WeakReference<Compilation> Compilation => compilation;
    }
}

/// <param name="Methods">Names of all methods that bear one of our attributes.</param>
/// <param name="Attributes">Names of our attributes: with and without <c>Attribute</c>, and aliases.</param>
internal sealed record Candidates(HashSet<string> Methods, HashSet<string> Attributes);
