namespace AgentStepLog.Generators.Model;

/// <summary>What an assembly tells of its annotated methods.</summary>
/// <param name="Assembly">Its simple name.</param>
/// <param name="Json">A JSON object over several lines, indented by four spaces.</param>
internal sealed record ManifestSection(string Assembly, string Json);
