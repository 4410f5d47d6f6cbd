namespace AgentStepLog.IntegrationTests.Tables;

public enum Wind
{
    Calm,
    Storm = 5,
}

[Flags]
public enum Days : long
{
    None = 0,
    Saturday = 1,
    Sunday = 2,
}

/// <param name="Name">Its name.</param>
/// <param name="Level">1 to 5.</param>
public record Spot(string Name, int Level = 2)
{
    public required string Country { get; init; }

    public string Notes { get; init; } = "none";

    public List<Spot> Near { get; set; } = [];
}

public class Strict
{
    public Strict(string name) => Name = name.Length > 0 ? name : throw new ArgumentException("A name cannot be empty.", nameof(name));

    public string Name { get; }
}
