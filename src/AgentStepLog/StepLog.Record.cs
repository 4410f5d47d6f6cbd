using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>
    /// Records a step that is not a call: an <see cref="EventStep"/>, <see cref="PlanStep"/>, <see cref="DecisionStep"/>, <see cref="CallbackStep"/>,
    /// <see cref="SkillInvocationStep"/>, <see cref="UserInputStep"/>, <see cref="UserOutputStep"/>, <see cref="PermissionRequestStep"/> or
    /// <see cref="MemoryOperationStep"/>. The log adds the fields that all steps have. A step that cannot be written is counted as lost
    /// (<see cref="StepLogHealth.Lost"/>). A step that comes after the end of the log is counted as late (<see cref="StepLogHealth.Late"/>). Neither throws.
    /// </summary>
    /// <param name="step">The step. It may come from another log: its values are then recorded again.</param>
    /// <exception cref="ArgumentException">
    /// The step lacks a value that its type needs, such as a name, a plan or a text. The message names the value.
    /// </exception>
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
