using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Tests.Support;

/// <summary>Makes compilations as a user's project would: the framework, the runtime, interception switched on.</summary>
internal static class Source
{
    public const string ProjectDirectory = "/project/";

    public static CSharpParseOptions ParseOptions(LanguageVersion version = LanguageVersion.CSharp12) =>
        CSharpParseOptions.Default
            .WithLanguageVersion(version)
            .WithDocumentationMode(DocumentationMode.Diagnose)
            .WithFeatures([new("InterceptorsNamespaces", "AgentStepLog.Generated")]);

    /// <summary>What a test's source begins with: usings, and a namespace.</summary>
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.IO;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using AgentStepLog;
        namespace Surf;

        """;

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p => Path.GetDirectoryName(p) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(StepLog).Assembly.Location).Append(typeof(Step).Assembly.Location)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static ImmutableArray<MetadataReference> References => s_references;

    /// <summary>One file named <c>Program.cs</c>.</summary>
    public static CSharpCompilation Compile(string text) => Compile(("Program.cs", text));

    public static CSharpCompilation Compile(params (string Path, string Text)[] files) => CSharpCompilation.Create(
        "Project",
        files.Select(f => Tree(f.Path, f.Text)),
        s_references,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)])); // the tests' own sources have no comments

    public static SyntaxTree Tree(string path, string text) => CSharpSyntaxTree.ParseText(
        SourceText.From(text.ReplaceLineEndings("\n"), System.Text.Encoding.UTF8, SourceHashAlgorithm.Sha256),
        ParseOptions(),
        ProjectDirectory + path);
}
