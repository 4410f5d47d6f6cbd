using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Source files with exactly equal content. The compiler identifies a call by the content of its file, and refuses to
/// intercept where two files have that content (CS9233).
/// </summary>
internal static class EqualFiles
{
    /// <summary>The trees whose content another tree has, too.</summary>
    public static HashSet<SyntaxTree> Among(IEnumerable<SyntaxTree> trees, CancellationToken cancellation)
    {
        var equal = new HashSet<SyntaxTree>();
        foreach (var sameLength in trees.GroupBy(t => t.Length).Where(g => g.Skip(1).Any()))
        {
            foreach (var same in sameLength.GroupBy(t => Hash(t, cancellation)).Where(g => g.Skip(1).Any()))
            {
                equal.UnionWith(same);
            }
        }

        return equal;
    }

    private static string Hash(SyntaxTree tree, CancellationToken cancellation)
    {
        ImmutableArray<byte> hash = tree.GetText(cancellation).GetContentHash();
        return string.Join(",", hash);
    }
}
