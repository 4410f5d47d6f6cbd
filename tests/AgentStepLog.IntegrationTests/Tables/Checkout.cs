namespace AgentStepLog.IntegrationTests.Tables;

public record Card(string Number, string Month)
{
    [Sensitive("card")]
    public string Number { get; } = Number.Length > 4 ? Number : throw new ArgumentException($"{Number} is no number of a card.");
}

public record Address(string Street)
{
    public string Street { get; } = Street.Length > 0 ? Street : throw new ArgumentException("A street has a name.");
}

public record Purchase(int Pieces, Card Card, List<int>? Sizes = null, Wind Wind = Wind.Calm, Address? Address = null)
{
    public Purchase? Next { get; init; }
}

public class Checkout
{
    [AgentTool]
    public int Buy(Purchase purchase, int count = 1) => purchase.Pieces * count;

    [AgentTool]
    public int BuyAll(List<Purchase> purchases) => purchases.Count;

    [AgentTool]
    public int BuyEach(Dictionary<string, Purchase> purchases) => purchases.Count;

    [AgentTool]
    public int Pay([Sensitive("card")] Purchase purchase, Purchase other) => purchase.Pieces + other.Pieces;
}
