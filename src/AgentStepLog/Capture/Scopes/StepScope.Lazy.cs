using System.Collections;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>Calls that return what runs later.</summary>
public sealed partial class StepScope
{
    /// <summary>The call returned an async stream, which has not run yet: each enumeration is a step.</summary>
    /// <param name="stream">The callee's stream; may be null.</param>
    /// <param name="item">Records an item through <see cref="Item"/> and <see cref="Tokens"/>.</param>
    /// <returns>What to hand to the caller.</returns>
    public IAsyncEnumerable<T> EndAsyncSequence<T>(IAsyncEnumerable<T> stream, Action<StepScope, T>? item) =>
        Rest(stream) is { } call ? new RecordedAsyncSequence<T>(stream, call, item) : stream;

    /// <summary>The call returned an enumerator of an async stream: its one enumeration is the step.</summary>
    /// <inheritdoc cref="EndAsyncSequence{T}(IAsyncEnumerable{T}, Action{StepScope, T}?)"/>
    public IAsyncEnumerator<T> EndAsyncEnumerator<T>(IAsyncEnumerator<T> stream, Action<StepScope, T>? item) =>
        Rest(stream) is { } call ? new RecordedAsyncEnumerator<T>(() => stream, call, item) : stream;

    /// <summary>
    /// The call returned a sequence. A lazy one has not run yet: each enumeration is a step. One that is materialised is recorded
    /// now and handed on as it is, and a query is never wrapped.
    /// </summary>
    /// <param name="sequence">The callee's sequence; may be null.</param>
    /// <param name="item">Records an item through <see cref="Item"/>.</param>
    /// <returns>What to hand to the caller.</returns>
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

    /// <summary>The call returned an enumerator: its one enumeration is the step.</summary>
    /// <inheritdoc cref="EndAsyncSequence{T}(IAsyncEnumerable{T}, Action{StepScope, T}?)"/>
    public IEnumerator<T> EndEnumerator<T>(IEnumerator<T> stream, Action<StepScope, T>? item) =>
        Rest(stream) is { } call ? new RecordedEnumerator<T>(() => stream, call, item) : stream;

    /// <inheritdoc cref="EndEnumerator{T}(IEnumerator{T}, Action{StepScope, T}?)"/>
    public IEnumerator EndEnumerator(IEnumerator stream, Action<StepScope, object?>? item) =>
        Rest(stream) is { } call ? new RecordedEnumerator<object?>(() => stream, call, item) : stream;

    /// <summary>The call returned a stream: the step goes on until it is disposed of. One in memory is handed on as it is.</summary>
    /// <param name="stream">The callee's stream; may be null.</param>
    /// <returns>What to hand to the caller.</returns>
    public Stream EndStream(Stream stream)
    {
        if (stream is null or MemoryStream)
        {
            End();
            return stream!;
        }

        return new RecordedStream(stream, new(this, _node ?? new(_ownFrame ?? _frame, _spanId)));
    }

    /// <summary>The call returned a task of something that runs later.</summary>
    /// <param name="task">The callee's task; may be null.</param>
    /// <param name="end">Ends the call with the task's result, by one of the methods for it.</param>
    /// <returns>What to hand to the caller: a task of its stream; a failed one has the same exceptions.</returns>
    public Task<T> EndLazyTask<T>(Task<T> task, Func<StepScope, T, T> end)
    {
        if (task is null)
        {
            End();
            return null!;
        }

        if (task.Status == TaskStatus.Created)
        {
            return EndTask(task, result: null); // the caller is to start it, and gets its result without us
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

    /// <summary>Who enumerated did not go on to the end.</summary>
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
