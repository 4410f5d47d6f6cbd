namespace AgentStepLog.IntegrationTests.Streams;

/// <summary>An agent that answers word by word, and a tool of its own that records itself.</summary>
public sealed partial class Talker(Models models)
{
    [AgentRun]
    public async IAsyncEnumerable<string> TalkAsync(string greeting)
    {
        yield return greeting;
        await foreach (var update in models.CompletionsAsync("tea"))
        {
            yield return update.Model!;
        }

        foreach (var word in Repeat("bye", 2))
        {
            yield return word;
        }
    }

    [AgentTool]
    public partial IEnumerable<string> Repeat(string word, int times);

    private IEnumerable<string> RepeatCore(string word, int times)
    {
        for (var i = 0; i < times; i++)
        {
            yield return i < 5 ? word : throw new InvalidOperationException("Enough.");
        }
    }
}

[StepLog(typeof(Talker), typeof(Models))]
public sealed partial class TalkerLog;
