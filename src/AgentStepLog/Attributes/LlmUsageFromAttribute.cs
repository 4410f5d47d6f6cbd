namespace AgentStepLog;

/// <summary>
/// Says where the result of an <c>[LlmCall]</c> holds its usage, if its properties do not have the usual names. Each value is a path of properties or fields that
/// starts at the result, such as <c>"Meta.TokensIn"</c>. For a stream the path starts at each item, and the last value that is not null counts. A null on the path
/// means no value. The compiler checks the paths (ASL3007). Where no path is given, the usual names are searched.
/// </summary>
/// <remarks>
/// On a method, the attribute describes the method's result. On a type, it describes each result of that type. On an assembly, it describes the type that it names.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class LlmUsageFromAttribute : Attribute
{
    /// <summary>For a method or a type.</summary>
    public LlmUsageFromAttribute()
    {
    }

    /// <summary>For an assembly, and a type whose source you cannot change.</summary>
    /// <param name="type">The type of the result, or of the items of a stream. An open generic type stands for all types made of it.</param>
    public LlmUsageFromAttribute(Type type) => Type = type;

    /// <summary>The type that the attribute describes; null if that is the type, or the result of the method, that has the attribute.</summary>
    public Type? Type { get; }

    /// <summary>The path to the model that answered: a string, an enum or a struct.</summary>
    public string? Model { get; set; }

    /// <summary>The path to the provider: a string, an enum or a struct.</summary>
    public string? Provider { get; set; }

    /// <summary>The path to the tokens of the request, the cached ones included: a whole number.</summary>
    public string? InputTokens { get; set; }

    /// <summary>The path to the tokens of the answer, those of reasoning included: a whole number.</summary>
    public string? OutputTokens { get; set; }

    /// <summary>The path to the tokens of the request that the provider had cached: a whole number.</summary>
    public string? CachedTokens { get; set; }

    /// <summary>The path to the tokens of the answer that were spent on reasoning: a whole number.</summary>
    public string? ReasoningTokens { get; set; }

    /// <summary>The path to the reason why the model stopped: a string, an enum or a struct.</summary>
    public string? StopReason { get; set; }

    /// <summary>The path to the provider's id of the answer: a string, an enum or a struct.</summary>
    public string? ResponseId { get; set; }
}
