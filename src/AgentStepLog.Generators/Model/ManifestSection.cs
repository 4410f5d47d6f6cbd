namespace AgentStepLog.Generators.Model;

/// <summary>An assembly's part of a manifest.</summary>
/// <param name="Assembly">The assembly's simple name.</param>
/// <param name="Json">A JSON object over several lines, indented by four spaces.</param>
/// <param name="IsOwn">Whether the assembly itself contains the section; false if it comes from an assembly that was built with it.</param>
internal sealed record ManifestSection(string Assembly, string Json, bool IsOwn = true);
