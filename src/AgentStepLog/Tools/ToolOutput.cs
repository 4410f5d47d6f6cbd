using System.ComponentModel;
using System.Text;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Tools;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>What a tool returned, as text for the model. Generated code makes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ToolOutput
{
    // Each thread reuses its own writer. A tool that calls another one while its result is read takes a new writer.
    [ThreadStatic]
    private static CaptureWriter? t_writer;

    /// <summary>
    /// The most bytes of JSON that a model gets of a result that is not a text. A longer list ends there, and a text that does not fit is left out. A mark says so.
    /// </summary>
    internal const int MaxJson = 64 * 1024 * 1024;

    private readonly string? _content;

    private ToolOutput(string content) => _content = content;

    private ToolOutput(Exception failure) => Failure = failure;

    /// <summary>The exception that left no content; null if there is content.</summary>
    internal Exception? Failure { get; }

    /// <summary>The output of a tool that returns nothing. The model reads <c>Done.</c>, because providers refuse an empty result.</summary>
    public static ToolOutput Void { get; } = new("Done.");

    internal string Content => _content ?? Void.Content;

    /// <summary>Makes the output of a text, which the model reads unchanged. Null reads <c>null</c>, and a blank text reads as JSON, such as <c>""</c>.</summary>
    /// <param name="text">The text.</param>
    public static ToolOutput Text(string? text) => new(text is null ? "null" : ModelText.Of(text));

    /// <summary>Makes the output of a value, which the model reads as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes exactly one JSON value. The model does not see values that the writer withholds.</param>
    public static ToolOutput Json<T>(T value, Action<CaptureWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var writer = t_writer ?? new() { Limit = MaxJson };
        t_writer = null;
        var start = writer.BeginValue(0);
        try
        {
            write(writer, value);
        }
        catch (Exception e)
        {
            writer.Unreadable(start, e);
        }

        var output = Of(writer);
        writer.Reset();
        t_writer = writer;
        return output;
    }

    /// <summary>Makes the output of a lazy sequence, which the model reads as a JSON array of all items, up to 64 MB.</summary>
    /// <param name="items">The tool's result; null reads <c>null</c>.</param>
    /// <param name="write">Writes an item as exactly one JSON value.</param>
    public static ToolOutput Items<T>(IEnumerable<T>? items, Action<CaptureWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (items is null)
        {
            return Text(null);
        }

        var array = new ItemArray();
        foreach (var item in items)
        {
            if (!array.Add(item, write))
            {
                break;
            }
        }

        return Of(array.End());
    }

    /// <inheritdoc cref="Items{T}(IEnumerable{T}?, Action{CaptureWriter, T})"/>
    /// <param name="items">The tool's result; null reads <c>null</c>.</param>
    /// <param name="write">Writes an item as exactly one JSON value.</param>
    /// <param name="cancellationToken">The token that is passed to the stream.</param>
    public static async ValueTask<ToolOutput> ItemsAsync<T>(
        IAsyncEnumerable<T>? items, Action<CaptureWriter, T> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (items is null)
        {
            return Text(null);
        }

        var array = new ItemArray();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!array.Add(item, write))
            {
                break;
            }
        }

        return Of(array.End());
    }

    /// <inheritdoc cref="Items{T}(IEnumerable{T}?, Action{CaptureWriter, T})"/>
    /// <param name="items">The tool's result; null reads <c>null</c>.</param>
    /// <param name="write">Writes an item as exactly one JSON value.</param>
    public static ToolOutput Items(System.Collections.IEnumerable? items, Action<CaptureWriter, object?> write) =>
        Items(items?.Cast<object?>(), write);

    private static ToolOutput Of(CaptureWriter writer)
    {
        if (writer.Failure is { } failure)
        {
            return new(failure);
        }

        // The JSON has the form of a log's line. The model gets the user's own keys, and no escapes, because it pays for each of them. Most results have neither.
        var line = writer.Slice(0);
        if (line.IndexOf("\\u"u8) < 0 && line.IndexOf("\"$$"u8) < 0)
        {
            return new(Encoding.UTF8.GetString(line));
        }

        var json = JsonCopy.Copy(line, KeyMapping.SingleDollar, LogJson.MaxReadDepth, LogJson.Relaxed);
        return new(JsonStrings.WithRawPairs(Encoding.UTF8.GetString(json)));
    }
}
