using AgentStepLog.Generators.Tests.Support.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AgentStepLog.Generators.Tests.CodeFixes.Every;

/// <summary>Code in which a rule finds something, and the fix that is to cure it.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Fix">The fix.</param>
/// <param name="Name">What is special about it; unique for the rule and the fix.</param>
/// <param name="Files">At least one finding of the rule is in the first file.</param>
internal sealed record FixExample(string Id, Type Fix, string Name, params string[] Files)
{
    /// <summary>Further rules that may speak afterwards, because something is left for the author to write.</summary>
    public string[] Leaves { get; init; } = [];

    /// <summary>Whether it compiles before: what the compiler refuses, a rule can only name in an editor.</summary>
    public bool Compiles { get; init; } = true;

    /// <summary>How many findings the fix leaves alone when all are fixed at once, since it does not fit them.</summary>
    public int Unfixed { get; init; }

    public Action<TestProject> Configure { get; init; } = static _ => { };

    public static FixExample Of<TFix>(string id, string name, params string[] files)
        where TFix : CodeFixProvider => new(id, typeof(TFix), name, files);

    public override string ToString() => $"{Id} {Fix.Name}: {Name}";
}
