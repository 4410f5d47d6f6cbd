namespace AgentStepLog.Withholding;

/// <summary>The replacement of a key that contained a secret.</summary>
/// <param name="Name">The name that the line shows in place of the key.</param>
/// <param name="Kind">The kind of secret that the key contained.</param>
/// <param name="Json">The original key as a JSON string.</param>
internal readonly record struct WithheldKey(string Name, string Kind, byte[] Json);
