using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.ArchitectureTests;

/// <summary>
/// What generated code calls, it alone calls. The public types that editors do not show have public members for it, and internal ones for the rest of the runtime.
/// </summary>
public sealed class CompilerServicesTests
{
    [Fact]
    public void What_generated_code_calls_nothing_else_calls() =>
        Rule.Holds(Runtime.Sources.References.Where(static r => r.Member is not null && Runtime.IsForGeneratedCode(r.Member) && !r.Declared.All(Runtime.IsForGeneratedCode))
            .Select(static r => $"{r}: let it call an internal member. The public one, if generated code needs it, calls that too"));

    [Fact]
    public void What_is_there_for_generated_code_the_generator_writes()
    {
        var members = Runtime.Sources.Types.Where(Runtime.IsForGeneratedCode).SelectMany(static type => type.GetMembers()).Where(Runtime.IsForGeneratedCode).ToList();
        var written = WrittenNames.Of(Repository.Sources("AgentStepLog.Generators"));
        Assert.NotEmpty(members);
        Rule.Holds(members.Where(member => !written.Contains(NameOf(member))).Select(static member => $"{member}: no text of the generator has this name. Make it internal, or delete it"));
    }

    // The hash of what is public for generated code, for the version of it that the library and the generator have.
    private const string SurfaceOfThisVersion = "d8606848c22bf61c";

    [Fact]
    public void What_is_there_for_generated_code_changes_with_its_version()
    {
        var members = File.ReadLines(Path.Combine(Repository.Root, "src", "AgentStepLog", "PublicAPI.Unshipped.txt")).Where(static line => line.Contains("AgentStepLog.CompilerServices.", StringComparison.Ordinal)).ToList();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', members))))[..16];
        Assert.True(members.Count > 200 && hash == SurfaceOfThisVersion, $"""
            What generated code calls is another than before ({members.Count} members, {hash}). If a member changed or went, raise the version in BuildManifestAttribute and in
            GeneratedFile, so that assemblies with older generated code are told to be rebuilt. Then put the new hash into this test.
            """);
    }

    private static string NameOf(ISymbol member) => member is not IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.Name
        : member.ContainingType.BaseType?.Name == nameof(Attribute) ? member.ContainingType.Name[..^nameof(Attribute).Length]
        : member.ContainingType.Name;
}
