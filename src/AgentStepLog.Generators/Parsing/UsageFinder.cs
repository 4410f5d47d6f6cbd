using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Finds by their names the properties that say what an LLM call used: on the result, or on its <c>Usage</c> and the
/// details there. Fits Microsoft.Extensions.AI, OpenAI and any type with the same names.
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
    private static readonly string[] s_id = ["ResponseId", "Id"];
    private static readonly string[] s_usage = ["Usage", "TokenUsage"];
    private static readonly string[] s_inputDetails = ["InputTokenDetails", "InputTokensDetails", "PromptTokensDetails"];
    private static readonly string[] s_outputDetails = ["OutputTokenDetails", "OutputTokensDetails", "CompletionTokensDetails"];

    /// <summary>Null if the type says nothing of it.</summary>
    public static UsageModel? Of(ITypeSymbol result, Compilation compilation)
    {
        var root = new Path("{0}", result, MayBeNull(result));
        var found = Of(root, compilation);

        // A transport's envelope, such as ClientResult<T>, holds the answer as its Value.
        return found.IsEmpty && root.Step(compilation, "Value") is { } content && Of(content, compilation) is { IsEmpty: false } inner
            ? inner
            : found.IsEmpty ? null : found;
    }

    private static UsageModel Of(Path root, Compilation compilation)
    {
        var usage = root.Step(compilation, s_usage);
        var input = usage?.Step(compilation, s_inputDetails);
        var output = usage?.Step(compilation, s_outputDetails);
        return new UsageModel(
            Text(s_model, root),
            Text(s_provider, root),
            Count(s_input, usage, root),
            Count(s_output, usage, root),
            Count(s_cached, usage, input, root),
            Count(s_reasoning, usage, output, root),
            Text(s_stop, root),
            Text(s_id, root));

        string? Count(string[] names, params Path?[] places) =>
            places.Select(p => p?.Step(compilation, names)).FirstOrDefault(p => p is { IsCount: true })?.Expression;

        string? Text(string[] names, Path place) => place.Step(compilation, names)?.Text;
    }

    private static bool MayBeNull(ITypeSymbol type) => type.IsReferenceType || IsNullable(type);

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>An expression over the result, and its type.</summary>
    private sealed class Path(string expression, ITypeSymbol type, bool mayBeNull)
    {
        public string Expression => expression;

        public bool IsCount => Bare(type).SpecialType is SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
            or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Byte;

        /// <summary>As <c>string?</c>; null if the type has no text that would mean anything.</summary>
        public string? Text => type.SpecialType == SpecialType.System_String ? expression
            : Bare(type) is INamedTypeSymbol { TypeKind: TypeKind.Enum or TypeKind.Struct } ? expression + (mayBeNull ? "?" : "") + ".ToString()"
            : null;

        public Path? Step(Compilation compilation, params string[] names)
        {
            foreach (var name in names)
            {
                for (ITypeSymbol? t = Bare(type); t is not null; t = t.BaseType)
                {
                    if (t.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(p => IsUsable(p, compilation)) is { } property)
                    {
                        return new Path(expression + (mayBeNull ? "?." : ".") + TypeNames.Escape(name), property.Type, MayBeNull(property.Type));
                    }
                }
            }

            return null;
        }

        private static bool IsUsable(IPropertySymbol property, Compilation compilation) =>
            property is { IsStatic: false, IsIndexer: false, GetMethod: { } getter }
            && compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly)
            && !Warnings.IsObsolete(property)
            && Warnings.ExperimentalIds([property]).Count == 0;

        private static ITypeSymbol Bare(ITypeSymbol type) => IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }
}
