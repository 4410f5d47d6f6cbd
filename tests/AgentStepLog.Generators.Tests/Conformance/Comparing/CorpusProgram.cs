using System.Reflection;
using AgentStepLog.Generators.Tests.Conformance.Grammar;
using AgentStepLog.Generators.Tests.Matrix.Building;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>The corpus, compiled with the generator and loaded: each signature with its method and the table of its group.</summary>
internal static class CorpusProgram
{
    private const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.IO;
        using System.Runtime.InteropServices;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using AgentStepLog;
        namespace Corpus;

        """;

    public static IReadOnlyList<(Signature Signature, MethodInfo Method, ToolTable? Table)> Build()
    {
        var groups = Grammar.Corpus.Groups().ToList();
        var sources = MatrixCompiler.Compile("Corpus", groups.Select(static g => (g.Class + ".cs", Source(g.Class, g.Declarations, g.Signatures))), OutputKind.DynamicallyLinkedLibrary);
        var assembly = Assembly.Load(MatrixCompiler.Emit(MatrixCompiler.Generate(sources)));
        return
        [
            .. from g in groups
               let type = assembly.GetType("Corpus." + g.Class, throwOnError: true)!
               let table = (ToolTable?)assembly.GetType($"Corpus.{g.Class}AgentTools")?.GetMethod("AgentTools")!.Invoke(null, [])
               from s in g.Signatures
               select (s, type.GetMethod(s.Name)!, table),
        ];
    }

    private static string Source(string name, string declarations, IEnumerable<Signature> signatures) =>
        $"{Usings}public static class {name}\n{{\n{declarations}\n{string.Join("\n", signatures.Select(static s => s.Code))}\n}}\n";
}
