using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;

namespace AgentStepLog.Tools;

/// <summary>Collects items that come one by one into a JSON array for a model.</summary>
internal sealed class ItemArray
{
    private readonly CaptureWriter _writer = new() { Limit = ToolOutput.MaxJson };
    private bool _isEmpty = true;

    /// <summary>Adds an item; false if it finds no room. The array then ends with a mark that says so, and accepts no more items.</summary>
    internal bool Add<T>(T item, Action<CaptureWriter, T> write)
    {
        var start = _writer.BeginItem(_isEmpty);
        _isEmpty = false;
        if (start > ToolOutput.MaxJson)
        {
            _writer.Mark(TooLarge.Mark);
            return false;
        }

        try
        {
            write(_writer, item);
        }
        catch (Exception e)
        {
            _writer.Unreadable(start, e);
        }

        return true;
    }

    internal CaptureWriter End()
    {
        _writer.EndItems(_isEmpty);
        return _writer;
    }
}
