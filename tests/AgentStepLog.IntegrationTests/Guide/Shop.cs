namespace AgentStepLog.IntegrationTests.Guide;

#region README
/// <summary>What to buy.</summary>
/// <param name="Article">The article, like "tea".</param>
/// <param name="Pieces">How many, from 1.</param>
public sealed record Order(string Article, int Pieces);

public sealed class Shop
{
    /// <summary>Places an order.</summary>
    /// <param name="order">What to buy.</param>
    /// <param name="cancellationToken">Not shown to the model, which needs no description of it.</param>
    /// <returns>What the order costs.</returns>
    [AgentTool]
    public async Task<decimal> PlaceOrderAsync(Order order, CancellationToken cancellationToken = default)
    {
        await Task.Delay(1, cancellationToken);
        return order.Article == "tea"
            ? 2.50m * order.Pieces
            : throw new KeyNotFoundException($"No article \"{order.Article}\".");
    }
}
#endregion
