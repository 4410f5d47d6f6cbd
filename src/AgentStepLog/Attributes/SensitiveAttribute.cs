namespace AgentStepLog;

/// <summary>
/// Withholds a value from the log. The log has <c>"[redacted:kind]"</c> in its place, and the step's <c>redacted</c> lists it. The compiler decides this, at any depth
/// of a recorded object. If a call's input is recorded, texts, numbers, times and ids of at least four characters in its marked arguments are withheld from its error
/// and its notes as well, where these repeat them unchanged. Apart from that, the mark holds for its place only: a value that your code repeats in an unmarked result,
/// in another form or in another call is recorded.
/// </summary>
/// <param name="kind">The kind of value that is withheld, such as <c>api-key</c>. Default: <c>sensitive</c>.</param>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue,
    Inherited = false)]
public sealed class SensitiveAttribute(string kind = "sensitive") : Attribute
{
    /// <summary>The kind of value that is withheld, as the log and its readers name it.</summary>
    public string Kind { get; } = kind;
}
