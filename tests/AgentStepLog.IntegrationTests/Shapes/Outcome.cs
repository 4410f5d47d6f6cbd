namespace AgentStepLog.IntegrationTests.Shapes;

/// <summary>All that a caller can see of a call.</summary>
/// <param name="ThrewAtOnce">Whether the call itself threw, before there was a task.</param>
/// <param name="Value">What it returned; null for nothing.</param>
/// <param name="Error">The exception's type and message; null if there was none.</param>
/// <param name="IsTheCalleesOwn">Whether the exception is the very object that the callee threw.</param>
/// <param name="Status">Of the task in the end; null without a task.</param>
/// <param name="Ambient">The async local after the call returned.</param>
internal sealed record Outcome(bool ThrewAtOnce, object? Value, string? Error, bool IsTheCalleesOwn, TaskStatus? Status, string? Ambient)
{
    public static async Task<Outcome> Of(string shape, Func<object?> call)
    {
        var witness = Work.Watch();
        Work.Ambient.Value = null;
        object? returned;
        try
        {
            returned = call();
        }
        catch (Exception exception)
        {
            return new(true, null, Text(exception), ReferenceEquals(exception, witness.Thrown), null, Work.Ambient.Value);
        }

        var ambient = Work.Ambient.Value;
        if (Task(returned) is not { } task)
        {
            return new(false, returned, null, false, null, ambient);
        }

        try
        {
            await task;

            // A task without a value may be an object of any type: a caller cannot count on it.
            var value = shape.EndsWith("<int>", StringComparison.Ordinal) ? ((Task<int>)task).Result : (object?)null;
            return new(false, value, null, false, task.Status, ambient);
        }
        catch (Exception exception)
        {
            return new(false, null, Text(exception), ReferenceEquals(exception, witness.Thrown), task.Status, ambient);
        }
    }

    private static Task? Task(object? returned) => returned switch
    {
        Task task => task,
        ValueTask task => task.AsTask(),
        ValueTask<int> task => task.AsTask(),
        _ => null,
    };

    private static string Text(Exception exception) =>
        $"{exception.GetType()}: {exception.Message} {(exception as OperationCanceledException)?.CancellationToken.IsCancellationRequested}";
}
