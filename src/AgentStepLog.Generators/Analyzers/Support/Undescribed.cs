using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>The parameters of a tool, and the properties of objects among them, that have no description for the model.</summary>
internal static class Undescribed
{
    /// <summary>Each with the words for a message, and whether it has a placeholder as its description.</summary>
    public static IEnumerable<(ISymbol Symbol, string What, bool IsPlaceholder)> In(Annotation annotation, RuleScope scope, CancellationToken cancellationToken)
    {
        if (scope.Model(annotation) is not { } tool)
        {
            yield break;
        }

        var members = new TakenMembers(tool.Shapes, scope.Compilation);
        foreach (var (symbol, parameter) in annotation.Method.Parameters.Zip(tool.Parameters, static (symbol, model) => (symbol, model)))
        {
            if (!IsAsked(parameter, tool))
            {
                continue;
            }

            if (parameter.Description is null)
            {
                yield return (symbol, $"Parameter '{symbol.Name}' of tool '{Display.Of(annotation.Method)}'", Docs.IsPlaceholder(symbol, cancellationToken));
            }

            // Several tools may take one type, so the message names no tool.
            foreach (var member in members.Under(symbol.Type, parameter.Value))
            {
                if (member is { IsAsked: true, Model.Description: null } && member.Symbol.Locations[0].IsInSource)
                {
                    yield return (member.Symbol, $"'{Display.Of(member.Symbol)}', which a tool takes,", Docs.IsPlaceholder(member.Symbol, cancellationToken));
                }
            }
        }
    }

    // A parameter that only a framework or the caller can fill needs no description, since no model fills it.
    public static bool IsAsked(ParameterModel parameter, MethodModel tool)
        => parameter.IsToolInput && ToolTables.Refusal(parameter, new(tool.Shapes, recorded: false)) is null;
}
