namespace AgentStepLog;

/// <summary>
/// Withholds a value from the log: it is never written, and stands there as <c>"[redacted:kind]"</c>, listed in the step's <c>redacted</c>. Decided when the code is compiled,
/// at any depth of a recorded object. Texts, numbers, times and ids of at least four characters that the arguments of a call hold are withheld from its error and its notes
/// as well, where they are repeated as they are, as long as its input is recorded. The mark is on the place otherwise: what your own code repeats of the value in an
/// unmarked result, in another form or in another call is recorded.
/// </summary>
/// <param name="kind">What was withheld, such as <c>api-key</c>. Default: <c>sensitive</c>.</param>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue,
    Inherited = false)]
public sealed class SensitiveAttribute(string kind = "sensitive") : Attribute
{
    /// <summary>What was withheld, as the log and its readers name it.</summary>
    public string Kind { get; } = kind;
}
