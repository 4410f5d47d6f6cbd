namespace AgentStepLog.Tools;

/// <summary>What attributes say of how a value is read.</summary>
/// <param name="TextNumbers">Whether numbers may come as text.</param>
/// <param name="NamedNumbers">Whether NaN and the infinities may come by name.</param>
/// <param name="Discriminator">The member that has told already which type it is.</param>
internal sealed record JsonReading(bool TextNumbers, bool NamedNumbers, string? Discriminator);
