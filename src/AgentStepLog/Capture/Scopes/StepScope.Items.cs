using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>The part of the scope that records the items and bytes of a call's result.</summary>
public sealed partial class StepScope
{
    // The most bytes of items that are kept until the step is written, because a stream may have no end.
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

    /// <summary>Records an item of an enumeration. An <c>item</c> callback calls it.</summary>
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

    internal void CountItem()
    {
        if (_items++ > 0)
        {
            return;
        }

        try
        {
            _firstItem = Writer.Elapsed(_began);
        }
        catch (Exception e)
        {
            Writer.Lose(e); // the clock may be the user's code
        }
    }

    /// <summary>Counts items that came while another one was recorded. They get no time, because no user's code may run here.</summary>
    internal void CountMissed(long items)
    {
        if (items > 0)
        {
            _items += items;
            _unread = "Items that came while another one was read are counted only.";
        }
    }

    /// <summary>Records the bytes that went through a stream, and when its first byte came, by the log's clock.</summary>
    internal void CountBytes(long read, long written, long? first)
    {
        (_bytesRead, _bytesWritten) = (read, written);
        _firstItem = first is { } at ? Math.Max(0, at - _began) : null;
    }

    /// <summary>Resumes the measured time after an item was recorded. The time since <see cref="Returned"/> does not count for the enumeration.</summary>
    internal void GoOn()
    {
        if (_ended is { } paused)
        {
            _began += Time(paused).Value - paused;
            _ended = null;
        }
    }

    internal void ItemIsUnread(Exception exception) =>
        _unread = $"An item could not be read: {ErrorText.Unreadable(exception)}";

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

    private void CloseItems(bool failed)
    {
        // A stream that failed before its first item has no output. A stream that was left early has the items so far as its output.
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
}
