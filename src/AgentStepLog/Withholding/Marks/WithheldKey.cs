namespace AgentStepLog.Withholding;

/// <summary>What stands in the place of a key that was withheld.</summary>
/// <param name="Name">The key as it stands in the line.</param>
/// <param name="Kind">What was withheld.</param>
/// <param name="Json">The key as a JSON string.</param>
internal readonly record struct WithheldKey(string Name, string Kind, byte[] Json);
