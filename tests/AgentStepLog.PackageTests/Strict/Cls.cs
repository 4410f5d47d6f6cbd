using AgentStepLog;

namespace Strict.Cls;

/// <summary>Adds.</summary>
public class Adder
{
    /// <summary>Adds two numbers.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    /// <returns>The sum.</returns>
    [AgentTool]
    public virtual int Add(int first, int second) => first + second;
}

/// <summary>The log.</summary>
[StepLog]
public partial class AdderLog;
