using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Finds the properties with the usage of an LLM call by their names: on the result, or on its <c>Usage</c> and the
/// details there. It works for Microsoft.Extensions.AI, OpenAI and any type with the same names.
/// </summary>
internal static class UsageFinder
{
    private static readonly string[] s_model = ["ModelId", "Model", "ModelName"];
    private static readonly string[] s_provider = ["Provider", "ProviderName", "ProviderId"];
    private static readonly string[] s_input = ["InputTokenCount", "InputTokens", "PromptTokens", "PromptTokenCount"];
    private static readonly string[] s_output = ["OutputTokenCount", "OutputTokens", "CompletionTokens", "CompletionTokenCount"];
    private static readonly string[] s_cached =
        ["CachedInputTokenCount", "CachedInputTokens", "CachedTokenCount", "CachedTokens", "CacheReadInputTokens"];
    private static readonly string[] s_reasoning = ["ReasoningTokenCount", "ReasoningTokens"];
    private static readonly string[] s_stop = ["FinishReason", "StopReason"];
    private static readonly string[] s_id = ["ResponseId", "CompletionId", "Id"];
    private static readonly string[] s_usage = ["Usage", "TokenUsage"];
    private static readonly string[] s_inputDetails = ["InputTokenDetails", "InputTokensDetails", "PromptTokensDetails"];
    private static readonly string[] s_outputDetails = ["OutputTokenDetails", "OutputTokensDetails", "CompletionTokensDetails"];

    private static readonly string[] s_contents = ["Contents"];
    private static readonly string[] s_details = ["Details", "Usage"];

    /// <summary>The properties; null if there are none.</summary>
    /// <param name="method">The method. Its <c>[LlmUsageFrom]</c> takes precedence.</param>
    /// <param name="result">The type of the result: of the value in its task, or of an item of its stream.</param>
    public static UsageModel? Of(IMethodSymbol method, ITypeSymbol result, Compilation compilation)
    {
        var found = UsageMapping.Of(method, result, compilation) is { } said ? said.Or(ByShape(result, compilation)) : ByShape(result, compilation);
        return found.IsEmpty ? null : found;
    }

    private static UsageModel ByShape(ITypeSymbol result, Compilation compilation)
    {
        var root = UsagePath.Root("v", result);
        var found = Of(root, compilation);

        // A transport's envelope, such as ClientResult<T>, has the response as its Value.
        return found.IsEmpty && root.Step(compilation, "Value") is { } content ? Of(content, compilation) : found;
    }

    private static UsageModel Of(UsagePath root, Compilation compilation)
    {
        var usage = root.Step(compilation, s_usage);
        return Counts(compilation, usage, root) with
        {
            Model = Text(s_model),
            Provider = Text(s_provider),
            StopReason = Text(s_stop),
            ResponseId = Text(s_id),
            Contents = usage is null ? Contents(root, compilation) : null,
        };

        string? Text(string[] names) => root.Step(compilation, names)?.Text;
    }

    private static UsageModel Counts(Compilation compilation, UsagePath? usage, UsagePath? root)
    {
        var input = usage?.Step(compilation, s_inputDetails);
        var output = usage?.Step(compilation, s_outputDetails);
        return new UsageModel
        {
            InputTokens = Count(s_input, usage, root),
            OutputTokens = Count(s_output, usage, root),
            CachedTokens = Count(s_cached, usage, input, root),
            ReasoningTokens = Count(s_reasoning, usage, output, root),
        };

        string? Count(string[] names, params UsagePath?[] places) =>
            places.Select(p => p?.Step(compilation, names)).FirstOrDefault(p => p is { IsCount: true })?.Expression;
    }

    // The updates of Microsoft.Extensions.AI have the usage as one of their contents, usually at the end of the stream.
    private static UsageContents? Contents(UsagePath root, Compilation compilation)
    {
        if (root.Step(compilation, s_contents) is not { Type: INamedTypeSymbol list } contents
            || SequenceTypes.ElementOf(list) is not INamedTypeSymbol { ContainingNamespace: { } space } element
            || space.GetTypeMembers("UsageContent", 0).FirstOrDefault(t => compilation.HasImplicitConversion(t, element)) is not { } type
            || !Visible.Is(type, compilation))
        {
            return null;
        }

        var counts = Counts(compilation, UsagePath.Root("u", type).Step(compilation, s_details), root: null);
        return counts.HasTokens ? new UsageContents(contents.Expression, TypeNames.Oblivious(type), counts) : null;
    }
}
