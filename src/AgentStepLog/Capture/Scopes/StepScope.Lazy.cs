using System.Collections;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the scope for calls that return lazy work.</summary>
public sealed partial class StepScope
{
    /// <summary>Handles a call that returned an async stream, which has not run yet. Each enumeration is a step.</summary>
    /// <param name="stream">The callee's stream; may be null.</param>
    /// <param name="item">Records an item through <see cref="Item"/> and <see cref="Tokens"/>.</param>
    /// <returns>The object to return to the caller.</returns>
    public IAsyncEnumerable<T> EndAsyncSequence<T>(IAsyncEnumerable<T> stream, Action<StepScope, T>? item) =>
        Rest(stream) is { } call ? new RecordedAsyncSequence<T>(stream, call, item) : stream;

    /// <summary>Handles a call that returned an enumerator of an async stream. Its one enumeration is the step.</summary>
    /// <inheritdoc cref="EndAsyncSequence{T}(IAsyncEnumerable{T}, Action{StepScope, T}?)"/>
    public IAsyncEnumerator<T> EndAsyncEnumerator<T>(IAsyncEnumerator<T> stream, Action<StepScope, T>? item) =>
        Rest(stream) is { } call ? new RecordedAsyncEnumerator<T>(() => stream, call, item) : stream;

    /// <summary>
    /// Handles a call that returned a sequence. A lazy one has not run yet, and each enumeration is a step. A materialized one is recorded now and returned unchanged.
    /// A query is never wrapped.
    /// </summary>
    /// <param name="sequence">The callee's sequence; may be null.</param>
    /// <param name="item">Records an item through <see cref="Item"/>.</param>
    /// <returns>The object to return to the caller.</returns>
    public IEnumerable<T> EndSequence<T>(IEnumerable<T> sequence, Action<StepScope, T>? item)
    {
        if (sequence is ICollection<T> or IReadOnlyCollection<T> or ICollection or IQueryable or string)
        {
            EndItems(sequence, item);
            return sequence;
        }

        return Rest(sequence) is { } call ? new RecordedSequence<T>(sequence, call, item) : sequence;
    }

    /// <inheritdoc cref="EndSequence{T}(IEnumerable{T}, Action{StepScope, T}?)"/>
    public IEnumerable EndSequence(IEnumerable sequence, Action<StepScope, object?>? item)
    {
        if (sequence is ICollection or IReadOnlyCollection<object?> or IQueryable or string)
        {
            EndItems(sequence.Cast<object?>(), item);
            return sequence;
        }

        return Rest(sequence) is { } call ? new RecordedSequence<object?>(sequence, call, item) : sequence;
    }

    /// <summary>Handles a call that returned an enumerator. Its one enumeration is the step.</summary>
    /// <inheritdoc cref="EndAsyncSequence{T}(IAsyncEnumerable{T}, Action{StepScope, T}?)"/>
    public IEnumerator<T> EndEnumerator<T>(IEnumerator<T> stream, Action<StepScope, T>? item) =>
        Rest(stream) is { } call ? new RecordedEnumerator<T>(() => stream, call, item) : stream;

    /// <inheritdoc cref="EndEnumerator{T}(IEnumerator{T}, Action{StepScope, T}?)"/>
    public IEnumerator EndEnumerator(IEnumerator stream, Action<StepScope, object?>? item) =>
        Rest(stream) is { } call ? new RecordedEnumerator<object?>(() => stream, call, item) : stream;

    /// <summary>Handles a call that returned a stream. The step ends when the stream is disposed. A stream in memory is returned unchanged.</summary>
    /// <param name="stream">The callee's stream; may be null.</param>
    /// <returns>The stream to return to the caller.</returns>
    public Stream EndStream(Stream stream)
    {
        if (stream is null or MemoryStream)
        {
            End();
            return stream!;
        }

        return new RecordedStream(stream, new(this, _node ?? new(_ownFrame ?? _frame, _spanId)));
    }

    /// <summary>Handles a call that returned a task with a lazy result.</summary>
    /// <param name="task">The callee's task; may be null.</param>
    /// <param name="end">Ends the call with the task's result, by one of the methods above.</param>
    /// <returns>The task to return to the caller, with the recorded result. If the task failed, it has the same exceptions.</returns>
    public Task<T> EndLazyTask<T>(Task<T> task, Func<StepScope, T, T> end)
    {
        if (task is null)
        {
            End();
            return null!;
        }

        if (task.Status == TaskStatus.Created)
        {
            return EndTask(task, result: null); // the caller must start the task, and gets its result directly
        }

        GoOnWith(task);
        return TaskEnd.Then(task, (this, end), static (ended, both) =>
        {
            var (scope, end) = ((StepScope, Func<StepScope, T, T>))both!;
            return scope.SettleLazy(ended, end);
        });
    }

    /// <inheritdoc cref="EndLazyTask{T}(Task{T}, Func{StepScope, T, T})"/>
    public ValueTask<T> EndLazyValueTask<T>(ValueTask<T> task, Func<StepScope, T, T> end)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return new(EndLazyTask(task.AsTask(), end));
        }

        T value;
        try
        {
            value = task.Result;
        }
        catch (Exception e)
        {
            EndFailed(e);
            throw;
        }

        return new(end(this, value));
    }

    /// <summary>Ends the step of an enumeration that was not read to its end.</summary>
    internal void EndIncomplete()
    {
        _isIncomplete = true;
        Finish(default);
    }

    private void EndItems<T>(IEnumerable<T> items, Action<StepScope, T>? item)
    {
        if (item is not null)
        {
            Returned();
            Record((items, item), static (scope, all) => scope.Items(all.items, all.item));
        }

        End();
    }

    private Task<T> SettleLazy<T>(Task<T> task, Func<StepScope, T, T> end)
    {
        if (!task.IsCompletedSuccessfully)
        {
            EndFailed(TaskEnd.Cause(task));
            return task;
        }

        var value = task.Result;
        var seen = end(this, value);
        return ReferenceEquals(seen, value) ? task : Task.FromResult(seen);
    }
}
