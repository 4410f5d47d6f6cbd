using System.Collections;

namespace AgentStepLog.Generators.Tests.Matrix.Runtime;

/// <summary>All that a caller can see of a call, one line per observation; streams are read to their end.</summary>
internal static class Outcome
{
    public static async Task<(string Transcript, Witness Witness)> Of(bool hasValue, Func<object?> call)
    {
        var witness = Work.Watch();
        Work.Ambient = null;
        var lines = new List<string>();
        try
        {
            var returned = call();
            lines.Add($"ambient: {Work.Ambient}");
            lines.Add(await Consume(returned, hasValue, lines));
        }
        catch (Exception exception)
        {
            lines.Add($"{exception.GetType()}: {exception.Message}");
            lines.Add($"token: {(exception as OperationCanceledException)?.CancellationToken.IsCancellationRequested}");
            lines.Add($"the callee's own: {ReferenceEquals(exception, witness.Thrown)}");
            lines.Add($"data: {string.Join(',', exception.Data.Values.Cast<object>())}");
            lines.Add($"ambient: {Work.Ambient}");
        }

        lines.Add($"seen: {witness.Seen}");
        lines.Add($"runs: {witness.Runs}");
        return (string.Join('\n', lines), witness);
    }

    private static async Task<string> Consume(object? returned, bool hasValue, List<string> lines)
    {
        switch (returned)
        {
            case Job<int> job:
                return await Consume(job.Task, hasValue, lines);
            case Bare bare:
                return await Consume(bare.Task, hasValue, lines);
            case ValueTask task:
                return await Consume(task.AsTask(), hasValue, lines);
            case ValueTask<int> task:
                return await Consume(task.AsTask(), hasValue, lines);
            case ValueTask<IAsyncEnumerable<int>> task:
                return await Consume(task.AsTask(), hasValue, lines);
            case Task task:
                return await Settled(task, hasValue, lines);
            case IAsyncEnumerable<int> items:
                await foreach (var item in items)
                {
                    lines.Add($"item: {item}");
                }

                return "end of items";
            case Stream stream:
                await using (stream)
                {
                    for (var b = stream.ReadByte(); b >= 0; b = stream.ReadByte())
                    {
                        lines.Add($"byte: {b}");
                    }
                }

                return "end of stream";
            case IEnumerable items and not string:
                foreach (var item in items)
                {
                    lines.Add($"item: {item}");
                }

                return "end of items";
            default:
                return $"value: {returned}";
        }
    }

    private static async Task<string> Settled(Task task, bool hasValue, List<string> lines)
    {
        try
        {
            await task;
        }
        finally
        {
            lines.Add($"status: {task.Status}");
        }

        return task switch
        {
            _ when !hasValue => "done", // one without a value may be an object of any type
            Task<int> number => $"value: {number.Result}",
            Task<IAsyncEnumerable<int>> items => await Consume(items.Result, hasValue, lines),
            Task<IEnumerable<int>> items => await Consume(items.Result, hasValue, lines),
            Task<Stream> stream => await Consume(stream.Result, hasValue, lines),
            _ => throw new NotSupportedException($"Nobody looks into a {task.GetType()}."),
        };
    }
}
