namespace AgentStepLog;

/// <summary>
/// Withholds a value from the log: it is never written (only a log with a key ring reads it, to commit to it), and stands there as <c>"[redacted:kind]"</c>, listed in the
/// step's <c>redacted</c>. Decided when the code is compiled, at any depth of a recorded object. The mark is on the place: what your own code repeats of the value
/// elsewhere, as in the message of an exception, a note or an unmarked result, is recorded.
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
