using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>Decides which tools the table of a type has.</summary>
internal static class ToolTables
{
    /// <summary>
    /// Why a model cannot call a recorded tool, as a clause that names the parameter or result (ASL1012); null when it can.
    /// </summary>
    public static string? Refusal(MethodModel method)
    {
        if (method.Signature.TypeParameters.Count > 0)
        {
            return method.Signature.OwnTypeParameters > 0
                ? "it is generic, and a model cannot say of what types; give a method of concrete types to the model"
                : "its type is generic, and a table is made for one type; declare the tool in a type that is not generic";
        }

        var readable = new Readability(method.Shapes, recorded: false);
        if (method.Parameters.Select(parameter => Refusal(parameter, readable)).FirstOrDefault(static r => r is not null) is { } refusal)
        {
            return refusal;
        }

        if (method.Lazy is LazyShape.Enumerator or LazyShape.AsyncEnumerator)
        {
            return $"its result of type {method.Result!.DisplayType} is an enumeration that is under way; return the sequence itself";
        }

        if (method.Result is { Copy.Length: > 0 })
        {
            return "its result is a span, which a table cannot hold; return an array or a memory";
        }

        return method.Result is { IsOpaque: true } result
            ? $"its result of type {result.DisplayType} has no JSON form"
            : null;
    }

    /// <summary>Why a table cannot pass the parameter, as a clause that names it; null when it can.</summary>
    public static string? Refusal(ParameterModel parameter, Readability readable)
        => parameter.IsService && !parameter.HasDefault
            ? $"its parameter '{parameter.Name}' of type {parameter.Value.DisplayType} is neither data nor something that a table can pass; hold it in the type, or mark it [FromServices]"
        : parameter.Injection is { Kind: InjectionKind.KeyedService, Key: null }
            ? $"its parameter '{parameter.Name}' asks for a service by a key that generated code cannot ask for; reference Microsoft.Extensions.DependencyInjection.Abstractions, and let the key be a constant"
        : parameter.Declared.RefKind != RefKind.None
            ? $"its parameter '{parameter.Name}' is passed by reference, and JSON has only values; take it by value, and return what comes out"
        : parameter.Value.Copy.Length > 0
            ? $"its parameter '{parameter.Name}' is a span, which a table cannot hold; take an array or a memory"
        : parameter.IsToolInput && !readable.CanRead(parameter.Value)
            ? readable.WithoutContext is { } converted
                ? $"its parameter '{parameter.Name}' needs the [JsonConverter] of {converted}, and no JsonSerializerContext of the project knows that type; declare one with [JsonSerializable(typeof({converted}))]"
                : $"its parameter '{parameter.Name}' of type {parameter.Value.DisplayType} cannot be made from JSON"
        : null;

    /// <summary>The type's own tools that a model can call.</summary>
    public static IEnumerable<MethodModel> Own(TypeModel type) =>
        type.Methods.Where(static m => m.Kind == RecordedKind.Tool && Refusal(m) is null);

    /// <summary>
    /// The tools of the type's bases and interfaces, without those that it (or a nearer base) overrides or implements: a member and
    /// its override are one tool.
    /// </summary>
    public static IEnumerable<MethodModel> Inherited(TypeModel type, IReadOnlyDictionary<string, TypeModel> byName)
    {
        var replaced = new HashSet<string>(type.Methods.SelectMany(static m => m.Replaces));
        foreach (var name in type.Type.Bases)
        {
            if (!byName.TryGetValue(name, out var parent))
            {
                continue;
            }

            foreach (var method in Own(parent).Where(m => !replaced.Contains(m.Id)))
            {
                yield return method;
            }

            replaced.UnionWith(parent.Methods.SelectMany(static m => m.Replaces));
        }
    }
}
