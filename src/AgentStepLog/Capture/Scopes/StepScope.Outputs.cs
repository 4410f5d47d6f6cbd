using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

public sealed partial class StepScope
{
    /// <summary>Records what a call gave back beside its task: <c>ref</c> and <c>out</c> parameters, as they are when it returns.</summary>
    /// <param name="values">The values.</param>
    /// <param name="result">Records them through <see cref="Output"/>.</param>
    public void Outputs<T>(T values, Action<StepScope, T> result)
    {
        Returned();
        Record(values, result);
    }
}
