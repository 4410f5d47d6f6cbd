using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Distinguishes the parameters that the table's caller fills from those that a model fills.</summary>
internal static class Injections
{
    private const string KeyedProvider = "Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider";

    /// <summary>How the parameter is filled; null for an argument.</summary>
    public static Injection? Of(IParameterSymbol parameter, Compilation compilation)
    {
        var isRequired = !parameter.HasExplicitDefaultValue && parameter.Type.NullableAnnotation != NullableAnnotation.Annotated;
        if (Attribute(parameter, "FromKeyedServices") is { } keyed)
        {
            return new Injection(InjectionKind.KeyedService, isRequired, Key(keyed, compilation));
        }

        if (Attribute(parameter, "FromServices") is not null)
        {
            return new Injection(InjectionKind.Service, isRequired);
        }

        var name = TypeNames.Plain(parameter.Type.WithNullableAnnotation(NullableAnnotation.None));
        return name switch
        {
            "System.Threading.CancellationToken" => new Injection(InjectionKind.CancellationToken, isRequired),
            "System.IServiceProvider" => new Injection(InjectionKind.Services, isRequired),
            "AgentStepLog.ToolCallContext" => new Injection(InjectionKind.Call, isRequired),
            _ => Annotations.IsStepLog(parameter.Type) ? new Injection(InjectionKind.Log, isRequired) : null,
        };
    }

    // Compares names only, as frameworks do, since several libraries have such attributes.
    private static AttributeData? Attribute(IParameterSymbol parameter, string name)
        => parameter.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name is { } found && (found == name || found == name + "Attribute"));

    private static string? Key(AttributeData attribute, Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(KeyedProvider) is null)
        {
            return null;
        }

        if (attribute.ConstructorArguments.Length == 0)
        {
            return "null";
        }

        var key = attribute.ConstructorArguments[0];
        return key switch
        {
            { IsNull: true } => "null",
            { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } =>
                Visible.Is(type, compilation) ? $"typeof({TypeNames.Oblivious(type)})" : null,
            { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Type: { } type } =>
                Visible.Is(type, compilation) ? DefaultLiterals.Of(type, key.Value) : null,
            _ => null,
        };
    }
}
