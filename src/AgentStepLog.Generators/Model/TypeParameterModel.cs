namespace AgentStepLog.Generators.Model;

/// <summary>A type parameter as generated code declares it.</summary>
/// <param name="Name">The name as C# writes it; unique within its list.</param>
/// <param name="Constraints">The text after <c>where T : </c>; empty where there is none.</param>
internal sealed record TypeParameterModel(string Name, string Constraints)
{
    /// <summary>The attributes for trimming. The text ends with a space if there are any.</summary>
    public string Marks { get; init; } = "";
}
