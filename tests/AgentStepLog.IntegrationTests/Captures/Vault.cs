#pragma warning disable ASL3003 // What the model used is no matter here.
namespace AgentStepLog.IntegrationTests.Captures;

/// <summary>Methods that say themselves how much of them is recorded, and some that do not.</summary>
public partial class Vault
{
    /// <summary>Opens a box.</summary>
    /// <param name="box">Its number.</param>
    [AgentTool(Capture = CaptureMode.Hash)]
    public string Open(int box) => $"box {box}";

    /// <summary>Closes a box.</summary>
    /// <param name="box">Its number.</param>
    [AgentTool(Capture = CaptureMode.None)]
    public string Close(int box) => $"closed {box}";

    /// <summary>Counts the boxes.</summary>
    /// <param name="floor">On which floor.</param>
    [AgentTool]
    public int Count(int floor) => floor * 10;

    /// <summary>Weighs a box.</summary>
    /// <param name="box">Its number.</param>
    [AgentTool(Capture = CaptureMode.Hash)]
    public partial int Weigh(int box);

    [LlmCall(Capture = CaptureMode.Full)]
    public string Ask(string question) => "answer to " + question;

    [LlmCall(Capture = CaptureMode.Full)]
    public Task<string> ChatAsync(IReadOnlyList<Turn> turns, int seed) => Task.FromResult($"{turns.Count} turns, {seed}");

    [LlmCall]
    public string AskQuietly(string question) => "answer to " + question;

    [AgentRun(Capture = CaptureMode.None)]
    public string Guard(string task) => "guarded " + task;

    [AgentTool(Capture = CaptureMode.None)]
    public string Move(int box) => $"moved {box}";

    [AgentTool(Name = "MoveByName", Capture = CaptureMode.None)]
    public string Move(string box) => $"moved {box}";

    private int WeighCore(int box) => box * 2;
}
