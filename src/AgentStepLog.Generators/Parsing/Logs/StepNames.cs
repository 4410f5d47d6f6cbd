using System;
using System.Text;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The name of a step: the tool's as the model sees it, the agent's, or the member's.</summary>
internal static class StepNames
{
    public static string Of(Annotation annotation) => annotation.Kind switch
    {
        RecordedKind.Tool => annotation.Argument("Name") ?? Tool(annotation.Method),
        RecordedKind.Agent => annotation.Argument("Name") ?? annotation.Method.ContainingType.Name,
        _ => annotation.Method.Name,
    };

    /// <summary>
    /// The name as Microsoft.Extensions.AI derives it for a function: <c>[DisplayName]</c>, or else the method's name in letters,
    /// digits and <c>_</c>, without <c>Async</c> at its end, or before a <c>_</c>, if it is asynchronous.
    /// </summary>
    private static string Tool(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "DisplayNameAttribute", ContainingNamespace.Name: "ComponentModel" }
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is string display)
            {
                return display;
            }
        }

        const string Suffix = "Async";
        var name = Sanitize(method.Name);
        var index = name.LastIndexOf(Suffix, StringComparison.Ordinal);
        var end = index + Suffix.Length;
        return ReturnShapes.IsAsynchronous(method) && index > 0 && (end == name.Length || name[end] == '_')
            ? name.Remove(index, Suffix.Length)
            : name;
    }

    private static string Sanitize(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
            {
                result.Append(c);
            }
            else if (result.Length == 0 || result[result.Length - 1] != '_')
            {
                result.Append('_');                     // one for several other characters in a row
            }
        }

        return result.ToString();
    }
}
