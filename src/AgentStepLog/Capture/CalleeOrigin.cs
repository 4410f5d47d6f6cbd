namespace AgentStepLog.Capture;

/// <summary>A call of a method that records itself. Its body cannot know who called: there is one instance, without a caller.</summary>
internal sealed class CalleeOrigin : CallOrigin
{
    internal override StepRoute Route => StepRoute.Callee;
}
