using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>
/// The <c>[Description]</c>s of the generated body, for frameworks that read nothing else. Empty where there is no text, or where the user wrote the attribute.
/// </summary>
/// <param name="Method">The description of the method.</param>
/// <param name="Parameters">The description of each parameter, in order.</param>
/// <param name="Return">The description of the result.</param>
internal sealed record CalleeDescriptions(string Method, EquatableArray<string> Parameters, string Return);
