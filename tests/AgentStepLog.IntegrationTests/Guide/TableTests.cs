namespace AgentStepLog.IntegrationTests.Guide;

public sealed class TableTests
{
    [Fact]
    public async Task A_tool_is_described_and_called_through_the_table()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var log = ShopLog.InMemory();

        #region README
        var tools = new Shop().AgentTools();
        foreach (var tool in tools)
        {
            Assert.Equal(("PlaceOrder", "Places an order."), (tool.Name, tool.Description));
            Assert.StartsWith("{\"type\":\"object\"", tool.Schema);     // what the model is told of the arguments
        }

        var json = """{"order":{"article":"tea","pieces":4}}""";        // what the model sends
        var result = await tools.InvokeAsync("PlaceOrder", json, new() { CallId = "call-1" }, cancellationToken);
        Assert.Equal("10.00", result.ToString());                       // what the model reads
        #endregion

        Assert.Equal("call-1", Assert.Single(log.Steps.OfType<ToolCallStep>()).CallId);
    }
}
