namespace AgentStepLog.IntegrationTests.Guide;

#region README
public static class ShopRun
{
    public static async Task<string> ServeAsync(string wish, IModel model, string directory)
    {
        await using var log = ShopLog.Start(directory, new() { Agent = "clerk", Task = wish });
        var answer = await new Clerk(model, new Shop()).ServeAsync(wish);
        log.Complete(answer);
        return log.Path!;                           // directory/{run_id}.jsonl
    }
}
#endregion
