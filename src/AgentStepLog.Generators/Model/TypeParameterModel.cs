namespace AgentStepLog.Generators.Model;

/// <summary>A type parameter as generated code declares it.</summary>
/// <param name="Name">As C# writes it; unique among those that stand in one list.</param>
/// <param name="Constraints">What follows <c>where T : </c>; empty where there is nothing.</param>
internal sealed record TypeParameterModel(string Name, string Constraints)
{
    /// <summary>The attributes that trimming asks for; ends with a space if there is anything.</summary>
    public string Marks { get; init; } = "";
}
