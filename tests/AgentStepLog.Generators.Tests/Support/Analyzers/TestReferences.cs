using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Support.Analyzers;

/// <summary>The framework that runs the tests, and AgentStepLog itself.</summary>
internal static class TestReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll" or "Microsoft.CSharp.dll")
            .Append(typeof(AgentToolAttribute).Assembly.Location)
            .Append(typeof(Step).Assembly.Location)
            .Distinct(StringComparer.Ordinal)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];
}
