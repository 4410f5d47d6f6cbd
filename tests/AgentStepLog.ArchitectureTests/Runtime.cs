using System.ComponentModel;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.ArchitectureTests;

/// <summary>The sources of what runs in the user's process: the format, and the recorder on top of it.</summary>
internal static class Runtime
{
    /// <summary>The projects, each after those on which it depends.</summary>
    public static string[] Projects { get; } = ["AgentStepLog.Format", "AgentStepLog"];

    private static readonly Lazy<Sources> s_sources = new(static () => Sources.Bind(Projects.SelectMany(static project => Files(Path.Combine(Repository.Root, "src", project)))));

    public static Sources Sources => s_sources.Value;

    /// <summary>Whether only generated code calls a type: it is public, and editors do not show it.</summary>
    public static bool IsForGeneratedCode(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public
        && type.GetAttributes().Any(static a => a.AttributeClass?.Name == nameof(EditorBrowsableAttribute) && a.ConstructorArguments is [{ Value: (int)EditorBrowsableState.Never }]);

    private static IEnumerable<(string Path, string Text)> Files(string root) =>
        Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), Text: File.ReadAllText(file)))
            .Where(static file => !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal));
}
