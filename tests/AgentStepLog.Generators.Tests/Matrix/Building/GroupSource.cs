using AgentStepLog.Generators.Tests.Matrix.Lists;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>Writes a group's method and its callers. Each caller is one line, so that a report's line names its cell.</summary>
internal static class GroupSource
{
    private const string Usings = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using AgentStepLog;
        using AgentStepLog.Generators.Tests.Matrix.Runtime;

        """;

    public const string Shared = """
        namespace AgentStepLog.Generators.Tests.Matrix.Runtime;
        public sealed record Text(string Value) { public static string Of(string text) { Work.Saw(text); return text; } }
        public readonly ref struct OnStack { }
        """;

    /// <summary>The file of the method, with every caller that stands in its project.</summary>
    public static string Write(Group group, bool isPlain)
    {
        var (shape, result, kind) = (group.Shape, group.Result, group.Parameters);
        var calls = group.Calls.ToList();
        var inside = new List<string>();
        var beside = new List<string>();
        var byUsing = new List<string>();
        foreach (var route in calls)
        {
            var list = route.Place switch
            {
                CallerPlace.Inside => inside,
                CallerPlace.Beside => shape.IsInside ? inside : beside,
                CallerPlace.UsingStatic => byUsing,
                _ => null,
            };
            list?.Add(Caller(group, route));
        }

        if ((shape.TableTarget ?? (shape.Receiver is null ? null : shape.New)) is { } target && !shape.IsStackOnly)
        {
            (shape.IsInside ? inside : beside).Add($"public static object? R_target(Ending mode) => {target};");
        }

        var declared = shape.Declare(result, kind.Parameters, kind.Forwarded, kind.Before, string.Concat(inside.Select(i => "\n" + i)), isPlain);
        declared = kind.IsUnsafe ? Unsafe(declared) : declared;
        return $$"""
            {{Usings}}
            namespace {{group.Namespace}}
            {
            {{declared}}
            public static partial class Callers
            {
            {{string.Join("\n", beside)}}
            }
            }
            {{(byUsing.Count == 0 ? "" : $"namespace {group.Namespace}.Using {{ using static {group.Namespace}.{shape.UsingStatic}; public static class Callers {{\n{byUsing[0]}\n}} }}")}}
            """;
    }

    /// <summary>The caller in the other assembly.</summary>
    public static string WriteOther(Group group, Route route) =>
        $"#pragma warning disable MATRIX1\n{Usings}using {group.Namespace};\nnamespace {group.Other} {{ public static class Callers {{\n{route.Write(group.Shape, group.Result)}\n}} }}";

    /// <summary>A program that makes the call of the group that <see cref="Runtime.Work.TopLevelCell"/> names.</summary>
    public static string WriteTopLevel(IEnumerable<(Group Group, Route Route)> cells) =>
        "#pragma warning disable MATRIX1\n" + Usings + "var mode = Work.TopLevelMode;\nswitch (Work.TopLevelCell)\n{\n" + string.Concat(cells.Select(c =>
            $"case {c.Group.Number}: {{ {Qualified(c.Group, c.Route)} break; }}\n")) + "}\n";

    private static string Caller(Group group, Route route) => group.Parameters == ParameterKinds.Plain
        ? route.Write(group.Shape, group.Result)
        : Routes.DirectCall(group.Shape, group.Result, group.Parameters);

    // Top-level statements have no using of their own for each: the names are written out.
    private static string Qualified(Group group, Route route)
    {
        var shape = group.Shape;
        var qualified = shape with
        {
            Receiver = shape.Receiver is null or "string" ? shape.Receiver : $"{group.Namespace}.{shape.Receiver}",
            New = shape.New.Replace("new ", $"new {group.Namespace}.", StringComparison.Ordinal),
            Call = shape.Call.StartsWith("{t}", StringComparison.Ordinal) ? shape.Call : $"{group.Namespace}.{shape.Call}",
        };
        return route.Write(qualified, group.Result);
    }

    private static string Unsafe(string text) => text
        .Replace("public ", "public unsafe ", StringComparison.Ordinal)
        .Replace("unsafe static unsafe ", "unsafe static ", StringComparison.Ordinal);
}
