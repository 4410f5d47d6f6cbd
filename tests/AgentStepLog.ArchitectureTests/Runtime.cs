using System.ComponentModel;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.ArchitectureTests;

/// <summary>The sources of <c>src/AgentStepLog</c>.</summary>
internal static class Runtime
{
    private static readonly Lazy<Sources> s_sources = new(static () => Sources.Bind(Files(Path.Combine(Repository.Root, "src", "AgentStepLog"))));

    public static Sources Sources => s_sources.Value;

    /// <summary>Whether only generated code calls a type: it is public, and editors do not show it.</summary>
    public static bool IsForGeneratedCode(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public
        && type.GetAttributes().Any(static a => a.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && a.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    private static IEnumerable<(string Path, string Text)> Files(string root) =>
        Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), Text: File.ReadAllText(file)))
            .Where(static file => !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal));
}
