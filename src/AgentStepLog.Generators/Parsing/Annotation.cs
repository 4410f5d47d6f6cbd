using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>An annotated method and its attribute. It exists during one binding only, and is never part of a model.</summary>
internal sealed class Annotation(IMethodSymbol method, RecordedKind kind, AttributeData attribute)
{
    public IMethodSymbol Method { get; } = method;

    public RecordedKind Kind { get; } = kind;

    public AttributeData Attribute { get; } = attribute;

    /// <summary>A named string argument of the attribute; null where it is absent, null or empty.</summary>
    public string? Argument(string name)
    {
        foreach (var argument in Attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Value is string { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The name of the enumeration member that a named argument of the attribute gives; null where it is absent.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="orDefault">Whether a default of the enumeration is returned; otherwise it counts as absent.</param>
    public string? Member(string name, bool orDefault)
    {
        foreach (var argument in Attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value } && (orDefault || value is not 0))
            {
                return type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value))?.Name;
            }
        }

        return null;
    }
}
