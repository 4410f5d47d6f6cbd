using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission;

/// <summary>Emits the project's access to Microsoft.Extensions.AI: its options, and the description of its tools.</summary>
internal static class MessagesEmitter
{
    /// <summary>The field with the library, as statements pass it to the writer.</summary>
    public const string Library = Class + ".Library";

    /// <summary>The method that describes a tool.</summary>
    public const string Offered = Class + ".Offered";

    private const string Class = "global::" + GeneratedFile.Namespace + ".KnownMessages";
    private const string Utilities = "global::Microsoft.Extensions.AI.AIJsonUtilities";

    public static void Emit(SourceWriter source, ToolOffer? offer)
    {
        source.Line("/// <summary>Records messages of Microsoft.Extensions.AI as that library writes them.</summary>");
        source.Line(GeneratedFile.GeneratedCode);
        source.Line(GeneratedFile.EditorHidden);
        using (source.Braces("internal static class KnownMessages"))
        {
            source.Line($"internal static readonly {GeneratedFile.Services}JsonLibrary Library = new {GeneratedFile.Services}JsonLibrary({Utilities}.DefaultOptions, typeof({Utilities}), {KnownValuesEmitter.Writers});");
            if (offer is not null)
            {
                source.Line();
                using (source.Braces($"internal static {GeneratedFile.Services}OfferedTool Offered({offer.Tool} tool)"))
                {
                    source.Line($"var function = tool as {offer.Function};");
                    source.Line($"return new {GeneratedFile.Services}OfferedTool(tool.Name, tool.Description, function?.JsonSchema ?? default, function?.ReturnJsonSchema, function is null ? tool.GetType().Name : null);");
                }
            }
        }
    }
}
