namespace AgentStepLog;

/// <summary>
/// Withholds a value from the log. The log has <c>"[redacted:kind]"</c> in its place, and the step's <c>redacted</c> lists it. The compiler decides this, at any depth
/// of a recorded object. A text, number, time or id of at least four characters that is withheld so is also withheld wherever the run records it again unchanged:
/// in other arguments, results, errors and notes. A value that your code records in another form is recorded. See docs/withholding.md for the limits.
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
