using AgentStepLog.IntegrationTests.Injected;

namespace AgentStepLog.IntegrationTests.Withholding;

public sealed record Card(string Holder, [property: Sensitive("card")] string Number);

/// <summary>Tools that repeat what they must not.</summary>
public sealed partial class Till
{
    internal string Kept { get; init; } = "";

    [AgentTool]
    public partial string ChargeOwn([Sensitive("card")] string card);

    private string ChargeOwnCore(string card) => throw new InvalidOperationException($"card {card} declined");

    [AgentTool]
    public string Charge([Sensitive("card")] string card, Func<string, Exception> refuse) => throw refuse(card);

    [AgentTool]
    public string ChargeOnce([Sensitive("card")] string card) => throw new InvalidOperationException($"card {card} declined");

    [AgentTool]
    public async Task<string> ChargeAsync([Sensitive("card")] string card)
    {
        await Task.Yield();
        throw new InvalidOperationException($"card {card} declined");
    }

    [AgentTool]
    public string ChargeWithin([Sensitive("card")] string card) =>
        throw new InvalidOperationException("refused", new IOException($"no {card}!", new TimeoutException(card, new FormatException("deepest"))));

    [AgentTool]
    public string Open([FromServices] Func<string> drawer) => drawer();

    [AgentTool]
    public Receipt Receipt() => new(() => ChargeOnce(Kept));

    [AgentTool]
    public int ChargeCard(Card card) => throw new InvalidOperationException($"{card.Holder}: card {card.Number} declined, {card.Number}!");

    [AgentTool]
    public void ChargeNumber([Sensitive("card")] long card, [Sensitive("id")] Guid id) => throw new InvalidOperationException($"card {card} of {id} declined");

    [AgentTool]
    public string Note([Sensitive("card")] string card)
    {
        StepLog.Note("asked");
        StepLog.Note($"card {card} accepted");
        return "paid";
    }

    [AgentTool]
    public string Echo([Sensitive("card")] string card) => card;

    [AgentTool(Capture = CaptureMode.Hash)]
    public void ChargeHashed([Sensitive("card")] string card) => throw new InvalidOperationException($"card {card} declined");

    [AgentTool(Capture = CaptureMode.None)]
    public void ChargeUnseen([Sensitive("card")] string card) => throw new InvalidOperationException($"card {card} declined");

    [AgentTool]
    public async IAsyncEnumerable<int> ChargesAsync([Sensitive("card")] string card)
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException($"card {card} declined");
    }

    [AgentRun]
    public string Shop(string task, Func<string> buy)
    {
        try
        {
            return buy();
        }
        catch (InvalidOperationException e)
        {
            throw new IOException("shopping: " + e.Message, e);
        }
    }
}
