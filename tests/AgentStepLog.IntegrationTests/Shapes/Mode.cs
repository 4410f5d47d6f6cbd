namespace AgentStepLog.IntegrationTests.Shapes;

/// <summary>How a subject's method ends.</summary>
public enum Mode
{
    Return,
    ReturnLater,
    Throw,
    ThrowLater,
    Cancel,
    CancelLater,
}
