namespace AgentStepLog.Generators.Model;

/// <summary>What an assembly tells of its annotated methods.</summary>
/// <param name="Assembly">Its simple name.</param>
/// <param name="Json">A JSON object over several lines, indented by four spaces.</param>
/// <param name="IsOwn">Whether the assembly itself says it; false for what another one was built with.</param>
internal sealed record ManifestSection(string Assembly, string Json, bool IsOwn = true);
