namespace AgentStepLog.Generators.Model;

/// <summary>A derived type whose values may occur where the base is declared, by <c>[JsonDerivedType]</c> of the base.</summary>
/// <param name="Key">The <see cref="ObjectModel.Key"/> of the derived type.</param>
/// <param name="Order">Its position among the attributes.</param>
/// <param name="Property">The JSON name of the discriminator; null where there is none.</param>
/// <param name="Discriminator">The value of the discriminator as a C# literal.</param>
/// <param name="Json">The value of the discriminator as JSON.</param>
internal readonly record struct DerivedShape(string Key, int Order, string? Property, string? Discriminator, string? Json);
