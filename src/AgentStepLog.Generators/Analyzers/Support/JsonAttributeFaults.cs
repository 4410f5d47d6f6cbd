using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>Finds attributes of System.Text.Json that generated code does not support.</summary>
internal static class JsonAttributeFaults
{
    public static IEnumerable<AttributeFault> Of(TakenMember member)
    {
        // JsonObjectCreationHandling.Populate = 1
        const string Handling = "JsonObjectCreationHandlingAttribute";
        if (JsonAttributes.Number(member.Symbol, Handling) == 1)
        {
            yield return new(
                JsonAttributes.All(member.Symbol, Handling).First(),
                member.IsAsked
                    ? "what a model sends replaces its value: [JsonObjectCreationHandling(Populate)] is not held to; leave the attribute out"
                    : "nothing can set it, so a model cannot give it: [JsonObjectCreationHandling(Populate)] is not held to; give it a setter that is init or internal");
        }

        if (member.Model.IsExtension && !Readability.TakesRest(member.Model.Value))
        {
            yield return new(
                JsonAttributes.All(member.Symbol, "JsonExtensionDataAttribute").First(),
                "it is no dictionary, so names that nothing else takes are errors: [JsonExtensionData] is not held to; make it a Dictionary<string, JsonElement> or a JsonObject");
        }

        if (!member.IsAsked && member.Model.Ignore != IgnoreCondition.WhenReading && HasHiddenSetter(member) && JsonAttributes.Has(member.Symbol, "JsonIncludeAttribute"))
        {
            yield return new(
                JsonAttributes.All(member.Symbol, "JsonIncludeAttribute").First(),
                "generated code cannot reach the setter of a generic type, so a model cannot give it: [JsonInclude] is not held to; make the setter init or internal");
        }
    }

    private static bool HasHiddenSetter(TakenMember member) => member.Symbol is Microsoft.CodeAnalysis.IPropertySymbol { SetMethod: not null };
}
