using System.Collections;
using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>Calls that return what runs later.</summary>
public sealed partial class StepScope
{
    // Items are kept until the step is written; a stream may have no end.
    internal const int MaxItems = 4 * 1024 * 1024;

    private bool _isEnumeration;
    private bool _isMaterialised;
    private bool _isIncomplete;
    private bool _outputIsWithheld;
    private long? _bytesRead;
    private long _bytesWritten;
    private long _items;
    private long _itemsRecorded;
    private long _itemsLeftOut;
    private long? _firstItem;

    /// <summary>The call returned an async stream, which has not run yet: each enumeration is a step.</summary>
    /// <param name="stream">The callee's stream; may be null.</param>
    /// <param name="item">Records an item through <see cref="Item"/> and <see cref="Usage"/>.</param>
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
            EndVoid();
            return stream!;
        }

        _bytesRead = 0;
        return new RecordedStream(stream, new(this, _node));
    }

    /// <summary>The call returned a task of something that runs later.</summary>
    /// <param name="task">The callee's task; may be null.</param>
    /// <param name="end">Ends the call with the task's result, by one of the methods for it.</param>
    /// <returns>What to hand to the caller: a task of its stream; a failed one has the same exceptions.</returns>
    public Task<T> EndLazyTask<T>(Task<T> task, Func<StepScope, T, T> end)
    {
        if (task is null)
        {
            EndVoid();
            return null!;
        }

        if (task.IsCompleted)
        {
            return SettleLazy(task, end);
        }

        return task.ContinueWith(
            static (ended, both) =>
            {
                var (scope, end) = ((StepScope, Func<StepScope, T, T>))both!;
                return scope.SettleLazy(ended, end);
            },
            (this, end), CancellationToken.None, AtOnce, TaskScheduler.Default).Unwrap();
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
            Fail(e);
            throw;
        }

        return new(end(this, value));
    }

    /// <summary>Records an item of what is enumerated. To be called by an <c>item</c> callback.</summary>
    /// <param name="value">The item.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void Item<T>(T value, Action<CaptureWriter, T> write)
    {
        if (_capture.Length - _outputStart > MaxItems)
        {
            _itemsLeftOut++;
            return;
        }

        var start = _capture.BeginItem(_itemsRecorded++ == 0);
        try
        {
            write(_capture, value);
        }
        catch (Exception e)
        {
            _capture.Unreadable(start, e);
        }
    }

    /// <summary>Null if it could not be begun; then the enumeration goes on unrecorded.</summary>
    internal static StepScope? BeginEnumeration(LazyCall call, ActiveStep node, bool isFirst, int? attempt)
    {
        StepScope? scope = null;
        try
        {
            scope = ScopePool.Rent();
            scope.Start(call, node, isFirst, attempt);
            return scope;
        }
        catch (Exception e)
        {
            call.Log.Writer.Lose(e);
            scope?.Release();
            return null;
        }
    }

    internal void CountItem()
    {
        if (_items++ == 0)
        {
            ReadFirst();
        }
    }

    private void ReadFirst()
    {
        try
        {
            _firstItem = Writer.Elapsed(_began);
        }
        catch (Exception e)
        {
            Writer.Lose(e); // the clock may be the user's
        }
    }

    internal void CountBytes(int read, int written)
    {
        _bytesRead += read;
        _bytesWritten += written;
        if (read > 0 && _firstItem is null)
        {
            ReadFirst();
        }
    }

    internal void ItemIsMissed() => _unread = "Items that came while another one was read are counted only.";

    internal void ItemIsUnread(Exception exception) =>
        _unread = $"An item could not be read: {ErrorText.Unreadable(exception)}";

    /// <summary>Who enumerated did not go on to the end.</summary>
    internal void EndIncomplete()
    {
        _isIncomplete = true;
        Finish(default);
    }

    // The call is over, and its step has not begun: what belongs to the step waits outside the pooled scope, since nobody knows
    // whether it will ever begin.
    private LazyCall? Rest(object? returned)
    {
        if (returned is null)
        {
            EndVoid();
            return null;
        }

        LazyCall? call = null;
        try
        {
            call = new(_node ?? new(_ownFrame ?? _frame, _spanId))
            {
                Method = _method,
                Origin = _origin,
                Frame = _frame,
                ParentId = _parentId,
                Attempt = _attempt,
                Input = _inputLength == 0 ? null : _capture.CopyInput(_inputLength),
                Spent = Writer.Elapsed(_began),
                IsAnnounced = _isAnnounced,
            };
            Writer.CallRests();
        }
        catch (Exception e)
        {
            Writer.CallIsLost(e);
        }

        Release();
        return call;
    }

    private void EndItems<T>(IEnumerable<T> items, Action<StepScope, T>? item)
    {
        if (item is not null)
        {
            Record((items, item), static (scope, all) => scope.Items(all.items, all.item));
        }

        Finish(default);
    }

    private void Items<T>(IEnumerable<T> items, Action<StepScope, T> item)
    {
        if (items is IQueryable)
        {
            Output(items, static (w, query) => w.List(query, static (w, _) => w.Null()));
            return;
        }

        _isMaterialised = true;
        foreach (var value in items)
        {
            if (_itemsLeftOut > 0)
            {
                break; // a collection of the user's may have no end
            }

            _items++;
            item(this, value);
        }
    }

    private Task<T> SettleLazy<T>(Task<T> task, Func<StepScope, T, T> end)
    {
        if (!task.IsCompletedSuccessfully)
        {
            Finish(Failure.Of(Cause(task)));
            return task.IsFaulted ? Unread(task) : task;
        }

        var value = task.Result;
        var seen = end(this, value);
        return ReferenceEquals(seen, value) ? task : Task.FromResult(seen);
    }

    private void CloseItems(bool failed)
    {
        // A stream that failed before its first item gave nothing; one that was read to an early end gave what there is.
        if ((_isEnumeration || _isMaterialised) && WantsOutput && !_outputIsWithheld && (_itemsRecorded > 0 || (_items == 0 && !failed)))
        {
            _capture.EndItems(_itemsRecorded == 0);
        }
    }

    private void WriteItems()
    {
        _line.Number("bytes_read"u8, _bytesRead);
        _line.Number("bytes_written"u8, _bytesWritten == 0 ? null : _bytesWritten);
        if (_isEnumeration)
        {
            _line.Number("items"u8, _items);
        }

        if (_firstItem is { } first && _method.Kind != StepKind.LlmCall)
        {
            _line.Milliseconds("first_item_ms"u8, first);
        }

        _line.Number("items_left_out"u8, _itemsLeftOut == 0 ? null : _itemsLeftOut);
        if (_isIncomplete)
        {
            _line.Name("incomplete"u8);
            _line.Json.Bool(true);
        }
    }

    private void ForgetItems()
    {
        (_isAnnounced, _isEnumeration, _isMaterialised, _isIncomplete, _outputIsWithheld) = (false, false, false, false, false);
        (_bytesRead, _bytesWritten) = (null, 0);
        (_items, _itemsRecorded, _itemsLeftOut, _firstItem) = (0, 0, 0, null);
    }

    private void Start(LazyCall call, ActiveStep node, bool isFirst, int? attempt)
    {
        _log = call.Log;
        _method = call.Method;
        _origin = call.Origin;
        _frame = call.Frame;
        _ownFrame = call.Method.Kind == StepKind.AgentCall ? node.Frame : null;
        _node = node;
        _attempt = attempt ?? call.Attempt;
        _parentId = call.ParentId;
        _spanId = node.SpanId;
        _isEnumeration = true;
        _began = Writer.Clock() - (isFirst ? call.Spent : 0);
        if (call.Input is { } input)
        {
            _capture.PasteInput(input);
            _inputLength = _outputStart = _capture.Length;
        }

        Writer.CallBegins();
        if (_ownFrame is not null && !(isFirst && call.IsAnnounced))
        {
            WriteIntent();
        }
    }
}
