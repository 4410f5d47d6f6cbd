namespace AgentStepLog.Tools;

/// <summary>The rules that attributes set for reading a value.</summary>
/// <param name="TextNumbers">Whether numbers may be written as texts.</param>
/// <param name="NamedNumbers">Whether NaN and the infinities may be written by name.</param>
/// <param name="Discriminator">The member that has already named the value's type.</param>
internal sealed record JsonReading(bool TextNumbers, bool NamedNumbers, string? Discriminator);
