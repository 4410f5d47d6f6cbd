using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AgentStepLog.CodeFixes;

/// <summary>Writes an annotation again for another place: constants by their values, and the attribute's name as it is valid there.</summary>
internal static class AttributeText
{
    public static string Copy(AttributeData attribute, SemanticModel model, int at, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var type = attribute.AttributeClass!;
        var name = type.ToMinimalDisplayString(model, at);
        const string suffix = "Attribute";
        var bare = name.Substring(0, name.Length - suffix.Length);

        // The short name may denote another type at that place.
        var isFree = !model.LookupNamespacesAndTypes(at, name: type.Name.Substring(0, type.Name.Length - suffix.Length)).Any();
        var arguments = attribute.ConstructorArguments.Select(Literal)
            .Concat(attribute.NamedArguments.Select(static a => a.Key + " = " + Literal(a.Value)))
            .ToList();
        return "[" + (isFree ? bare : name) + (arguments.Count == 0 ? "" : "(" + string.Join(", ", arguments) + ")") + "]";
    }

    private static string Literal(TypedConstant value) => value.ToCSharpString();
}
