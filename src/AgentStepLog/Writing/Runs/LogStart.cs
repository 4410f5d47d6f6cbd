using System.ComponentModel;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>How a log starts: its place and its options. Generated code passes it from <c>Start</c> to the log's constructor.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class LogStart
{
    private LogStart(StepLogOptions options) => Options = options;

    /// <summary>A checked copy of the caller's options.</summary>
    internal StepLogOptions Options { get; }

    /// <summary>A new run in a directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="options">All other options.</param>
    /// <exception cref="ArgumentException">An option has a value out of range, or contradicts another option or <paramref name="directory"/>.</exception>
    public static LogStart In(string directory, StepLogOptions? options) => new(StartOptions.InDirectory(directory, options));

    /// <summary>A new run at the place that the options name.</summary>
    /// <param name="options">The options.</param>
    /// <inheritdoc cref="In" path="/exception"/>
    public static LogStart With(StepLogOptions options) => new(StartOptions.Of(options));

    /// <summary>A new run in memory.</summary>
    /// <param name="options">The options.</param>
    /// <inheritdoc cref="In" path="/exception"/>
    public static LogStart InMemory(StepLogOptions? options) => new(StartOptions.InMemory(options));

    /// <summary>A run that is resumed.</summary>
    /// <param name="path">One of its files.</param>
    /// <param name="options">All other options.</param>
    /// <inheritdoc cref="In" path="/exception"/>
    public static LogStart Resumed(string path, StepLogOptions? options) => new(StartOptions.OfRun(path, options));

    /// <summary>A run that is resumed.</summary>
    /// <param name="directory">The directory of its files.</param>
    /// <param name="runId">Its id.</param>
    /// <param name="options">All other options.</param>
    /// <inheritdoc cref="In" path="/exception"/>
    public static LogStart Resumed(string directory, string runId, StepLogOptions? options) => new(StartOptions.OfRun(directory, runId, options));
}
