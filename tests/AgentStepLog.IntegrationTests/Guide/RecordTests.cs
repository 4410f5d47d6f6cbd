namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A program records what is not a call.</summary>
public sealed class RecordTests
{
    [Fact]
    public void Steps_are_recorded_with_what_they_are_given()
    {
        using var log = StepLog.InMemory();

        RecordSteps(log);

        Assert.Equal(
            [StepKind.RunStart, StepKind.UserInput, StepKind.Decision, StepKind.PermissionRequest, StepKind.Event],
            log.Steps.Select(static step => step.Kind));
        Assert.Equal(("tool", "PlaceOrder"), log.Steps.OfType<DecisionStep>().Select(static step => (step.Decision, step.Tool!)).Single());
        Assert.Equal("""{"pieces":4,"article":"tea"}""", Assert.Single(log.Steps.OfType<EventStep>()).Data.ToString());
    }

    #region README
    private static void RecordSteps(StepLog log)
    {
        log.Record(new UserInputStep { Prompt = "What would you like?", Response = "four teas" });
        log.Record(new DecisionStep { Decision = "tool", Tool = "PlaceOrder", Message = "The user wants to buy tea." });
        log.Record(new PermissionRequestStep { Tool = "PlaceOrder", Summary = "Order four teas?", Allowed = true });
        log.Record(new EventStep
        {
            Name = "reserved",
            Data = JsonText.Object(("pieces", JsonText.Of(4)), ("article", JsonText.Of("tea"))),
        });
    }
    #endregion
}
