namespace AgentStepLog.IntegrationTests.Guide;

public sealed class ClerkTests
{
    #region README
    [Fact]
    public async Task The_clerk_corrects_its_order_and_names_the_price()
    {
        using var log = ShopLog.InMemory();
        var answer = await new Clerk(new ScriptedModel(), new Shop()).ServeAsync("four teas");
        log.Complete(answer);

        Assert.Equal("That makes 10.00.", answer);
        var order = Assert.Single(log.Steps.OfType<ShopLog.PlaceOrderStep>());
        Assert.Equal((new Order("tea", 4), 10.00m), (order.Order, order.Output));

        var refused = Assert.Single(log.Steps.OfType<ToolCallStep>(), step => !step.Succeeded);
        Assert.StartsWith("Invalid arguments for PlaceOrder:\n- order.pieces: expected a whole number", refused.Error);

        var asked = log.Steps.OfType<ShopLog.AskStep>().First();
        Assert.Equal(("script-1", 20L, 10L), (asked.Model, asked.InputTokens, asked.OutputTokens));
    }
    #endregion

    [Fact]
    public async Task A_wrong_argument_and_a_stop_reason_are_recorded_whole()
    {
        using var log = ShopLog.InMemory();
        log.Complete(await new Clerk(new ScriptedModel(), new Shop()).ServeAsync("four teas"));

        Assert.Equal(
            "Invalid arguments for PlaceOrder:\n- order.pieces: expected a whole number from -2147483648 to 2147483647, got the string \"four\"",
            Assert.Single(log.Steps.OfType<ToolCallStep>(), step => !step.Succeeded).Error);
        Assert.Equal("tool_calls", log.Steps.OfType<ShopLog.AskStep>().First().StopReason);
    }
}
