namespace AgentStepLog.IntegrationTests.Tables;

public sealed class Greeter
{
    /// <summary>Greets.</summary>
    [AgentTool]
    public async Task<string> GreetAsync(string who, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        StepLog.Note("noted " + who);
        return "Hello, " + who;
    }

    [AgentTool]
    public void Forget(int? days = null) => _ = days;

    [AgentTool]
    public ValueTask<Spot[]> SpotsAsync() => new([new Spot("a") { Country = "b" }]);

    [AgentTool]
    public string Fails(string why) => throw new InvalidOperationException(why);
}

public struct Counter
{
    private int _count;

    [AgentTool]
    public int Next(int step = 1) => _count += step;
}

public static class Shouter
{
    [AgentTool(Name = "shout")]
    public static string Up(string text) => text.ToUpperInvariant();
}

public interface ISearch
{
    [AgentTool]
    string Find(string query);

    [AgentTool]
    int Count(string query);
}

public sealed class Search : ISearch
{
    [AgentTool]
    public string Find(string query) => "found " + query;

    public int Count(string query) => query.Length;
}

#pragma warning disable ASL1011 // what the build says is not the question here, but what happens to those who do not listen
public sealed class Twins
{
    [AgentTool]
    public string Get(int id) => "by id " + id;

    [AgentTool]
    public string Get(string name) => "by name " + name;
}
#pragma warning restore ASL1011

public sealed partial class Owned(StepLog own)
{
    [AgentTool]
    public int Twice(int n) => own.IsClosed ? 0 : 2 * n;
}
