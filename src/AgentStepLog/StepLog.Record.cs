using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>
    /// Records something that is no call: an <see cref="EventStep"/>, <see cref="PlanStep"/>, <see cref="DecisionStep"/>, <see cref="CallbackStep"/>,
    /// <see cref="SkillInvocationStep"/>, <see cref="UserInputStep"/>, <see cref="UserOutputStep"/>, <see cref="PermissionRequestStep"/> or
    /// <see cref="MemoryOperationStep"/>. The log adds what all steps have. A step that cannot be written is counted as lost (<see cref="StepLogHealth.Lost"/>), one that comes
    /// after the end of the log as late (<see cref="StepLogHealth.Late"/>): neither throws.
    /// </summary>
    /// <param name="step">What happened. A step that was read from a log may be given: its values are recorded anew.</param>
    /// <exception cref="ArgumentException">The step lacks what its type needs: a name, a plan, what was asked for; the message says what.</exception>
    public void Record(HostStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        HostStepChecks.Check(step);
        if (IsOff)
        {
            return;
        }

        if (IsClosed)
        {
            Writer.CountLate();
            return;
        }

        try
        {
            var line = Writer.NewLine(step.Kind);
            new HostStepFields(line, Run.Limited(Options.LlmContent)).Write(step);
            Writer.Append(line);
        }
        catch (Exception e)
        {
            Writer.Lose(e);
        }
    }
}
