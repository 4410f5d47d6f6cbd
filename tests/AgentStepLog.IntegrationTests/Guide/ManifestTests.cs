namespace AgentStepLog.IntegrationTests.Guide;

public sealed class ManifestTests
{
    [Fact]
    public void The_manifest_tells_of_each_tool()
    {
        #region README
        var manifest = BuildManifest.Of(typeof(Shop).Assembly)!;
        var order = manifest.Methods.Single(method => method.Name == "PlaceOrder");
        Assert.Equal((StepRoute.Direct, true), (order.Recorded, order.InTable));

        var selfCheck = manifest.Describe();                                        // a line for each annotated method
        Assert.Contains("ToolCall PlaceOrder", selfCheck);
        #endregion
    }
}
