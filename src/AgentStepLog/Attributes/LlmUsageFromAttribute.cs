namespace AgentStepLog;

/// <summary>
/// Says where the result of an <c>[LlmCall]</c> tells what it used, if its properties do not bear the usual names. Each value is a
/// path of properties or fields from the result on, such as <c>"Meta.TokensIn"</c>; of a stream, from each of its items on, and the last
/// one that is not null counts. Null on the way is no value. Paths are checked by the compiler (ASL3007). What is not said is looked for
/// by its usual names as ever.
/// </summary>
/// <remarks>On a method it speaks of the method's result, on a type of each result of that type, on an assembly of the type it names.</remarks>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class LlmUsageFromAttribute : Attribute
{
    /// <summary>On a method or a type.</summary>
    public LlmUsageFromAttribute()
    {
    }

    /// <summary>On an assembly, of a type that somebody else wrote.</summary>
    /// <param name="type">The type of the result, or of the items of a stream; an open generic type stands for all of its kind.</param>
    public LlmUsageFromAttribute(Type type) => Type = type;

    /// <summary>The type that it speaks of; null where that is the one it stands on.</summary>
    public Type? Type { get; }

    /// <summary>To the model that answered: a string, an enum or a struct.</summary>
    public string? Model { get; set; }

    /// <summary>To the provider: a string, an enum or a struct.</summary>
    public string? Provider { get; set; }

    /// <summary>To the tokens of the request, the cached ones included: a whole number.</summary>
    public string? InputTokens { get; set; }

    /// <summary>To the tokens of the answer, those of reasoning included: a whole number.</summary>
    public string? OutputTokens { get; set; }

    /// <summary>To the tokens of the request that the provider had cached: a whole number.</summary>
    public string? CachedTokens { get; set; }

    /// <summary>To the tokens of the answer that were spent on reasoning: a whole number.</summary>
    public string? ReasoningTokens { get; set; }

    /// <summary>To why the model stopped: a string, an enum or a struct.</summary>
    public string? StopReason { get; set; }

    /// <summary>To the provider's id of the answer: a string, an enum or a struct.</summary>
    public string? ResponseId { get; set; }
}
