using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

public sealed partial class StepScope
{
    /// <summary>Records the <c>ref</c> and <c>out</c> parameters of a call that returned a task, with their values when the call returns.</summary>
    /// <param name="values">The values.</param>
    /// <param name="result">Records them through <see cref="Output"/>.</param>
    public void Outputs<T>(T values, Action<StepScope, T> result)
    {
        Returned();
        Record(values, result);
    }
}
