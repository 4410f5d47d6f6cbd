using AgentStepLog;

namespace QuickStart;

#region README
public class SunAgent(PatternModel model, SunTools tools, int skinType)
{
    [AgentRun]
    public string Answer(string question)
    {
        var reply = model.Ask(question);                                      // an [LlmCall]
        return $"{tools.MinutesInSun(reply.UvIndex, skinType)} minutes.";     // an [AgentTool]
    }
}

[StepLog]
public partial class SunLog;    // the compiler completes it
#endregion
