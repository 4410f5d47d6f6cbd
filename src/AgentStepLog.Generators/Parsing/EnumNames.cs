using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>How a member of an enum is called in JSON.</summary>
internal static class EnumNames
{
    /// <summary>The name given by <c>[JsonStringEnumMemberName]</c>, else the member's own.</summary>
    public static string InJson(IFieldSymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonStringEnumMemberNameAttribute"
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is string name)
            {
                return name;
            }
        }

        return member.Name;
    }
}
