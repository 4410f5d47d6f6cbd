#pragma warning disable CA1822 // Callees are what they are.
namespace AgentStepLog.IntegrationTests.Contracts;

/// <summary>Annotated here, called by another assembly.</summary>
public class SeaTools
{
    /// <summary>How often a method's own code ran.</summary>
    public int Runs { get; private set; }

    [AgentTool]
    public int Count(string text, int times = 2) => text.Length * times;

    [AgentTool(Name = "CountNumber")]
    public int Count(int n) => n;

    [AgentTool]
    public virtual string Describe(string text)
    {
        Runs++;
        return "sea: " + text;
    }

    [AgentTool]
    protected string Guarded(string text) => text;

    [AgentTool]
    internal string Hidden(string text) => text;

    [AgentRun]
    public string Nested(string text) => Describe(text) + Deep(text);

    [AgentTool]
    private string Deep(string text) => text;
}
