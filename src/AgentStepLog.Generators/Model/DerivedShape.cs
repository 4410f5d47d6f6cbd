namespace AgentStepLog.Generators.Model;

/// <summary>A type that stands where its base is declared, as <c>[JsonDerivedType]</c> of the base says.</summary>
/// <param name="Key">The <see cref="ObjectModel.Key"/> of the derived type.</param>
/// <param name="Order">Its place among the attributes.</param>
/// <param name="Property">The JSON name under which it is told which type it is; null where that is not said.</param>
/// <param name="Discriminator">The C# literal of what is said.</param>
/// <param name="Json">The same as JSON.</param>
internal readonly record struct DerivedShape(string Key, int Order, string? Property, string? Discriminator, string? Json);
