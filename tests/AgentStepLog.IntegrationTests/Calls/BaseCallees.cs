#pragma warning disable CA1822 // Callees are what they are.
using AgentStepLog.IntegrationTests.Contracts;

namespace AgentStepLog.IntegrationTests.Calls;

internal partial class Shore
{
    [AgentTool]
    public virtual string Say(string text) => "shore " + text;

    [AgentTool(Name = "SayNumber")]
    public virtual string Say(int number, string unit = "m") => number + unit;

    [AgentTool(Name = "SayLater")]
    public virtual async Task<string> SayAsync(string text)
    {
        await Task.Yield();
        return "shore " + text;
    }

    [AgentTool]
    protected virtual void Fail(string text) => throw new InvalidOperationException(text);

    [AgentTool]
    public virtual Shore Self() => this;
}

internal partial class Beach : Shore
{
    public override string Say(string text) => "beach " + base.Say(text);

    public override string Say(int number, string unit = "m") => base.Say(number);

    public override async Task<string> SayAsync(string text) => "beach " + await base.SayAsync(text);
}

internal sealed partial class Dune(StepLog? log) : Beach
{
    public StepLog? Log => log;

    public override string Say(string text)
    {
        Func<string> lambda = () => base.Say(text + "1");
        string Local() => base.Say(text + "2");
        return $"dune {lambda()} {Local()} {string.Join(" ", Iterator(text))}";
    }

    public override async Task<string> SayAsync(string text)
    {
        await Task.Yield();
        return "dune " + await base.SayAsync(text) + base.Say(text + "4");
    }

    protected override void Fail(string text) => base.Fail(text);

    public void CallFail(string text) => Fail(text);

    public override Dune Self() => (Dune)base.Self();

    private IEnumerable<string> Iterator(string text)
    {
        yield return base.Say(text + "3");
    }
}

internal sealed partial class Reef : SeaTools
{
    public override string Describe(string text) => "reef " + base.Describe(text);
}
