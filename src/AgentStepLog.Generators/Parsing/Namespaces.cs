using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Compares namespaces without allocating their names.</summary>
internal static class Namespaces
{
    /// <summary>Whether a type that is not nested is in the namespace with these parts.</summary>
    public static bool IsIn(INamedTypeSymbol type, params string[] names)
    {
        if (type.ContainingType is not null)
        {
            return false;
        }

        var space = type.ContainingNamespace;
        for (var i = names.Length - 1; i >= 0; i--)
        {
            if (space is null || space.Name != names[i])
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }
}
