using AgentStepLog.Files;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>
    /// Of a run that was resumed: the calls that were announced before and have no outcome, in the order of the log. Nobody knows whether
    /// they took effect. Empty for a run that was started here.
    /// </summary>
    public IReadOnlyList<IntentStep> OpenIntents { get; }

    /// <summary>
    /// Goes on with a run that was not ended, because its process was killed or its power failed, and makes its log active for the caller and
    /// what it calls. What a crash left of a last line is kept in <c>{file}.torn-{offset}</c>, and a <c>recovery</c> record tells it.
    /// </summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="options">Durability, limits, capture modes and the like. What the run is (agent, task, parent …) its own header says.</param>
    /// <exception cref="StepLogException">
    /// It is not there, was ended, is written by another log, was changed, is of a newer version or another tool, or is of another user or subject than the
    /// options name: the message says which. The log is left as it is.
    /// </exception>
    /// <exception cref="ArgumentException">The options name another run or directory, or an option is out of range, or contradicts another; the message names both.</exception>
    public static StepLog Resume(string path, StepLogOptions? options = null) => Started(StartOptions.OfRun(path, options));

    /// <inheritdoc cref="Resume(string, StepLogOptions?)"/>
    /// <param name="directory">The directory of the run's files.</param>
    /// <param name="runId">The run.</param>
    /// <param name="options">Durability, limits, capture modes and the like. What the run is (agent, task, parent …) its own header says.</param>
    public static StepLog Resume(string directory, string runId, StepLogOptions? options = null) => Started(StartOptions.OfRun(directory, runId, options));

    /// <summary>Goes on with a run on files of the caller's.</summary>
    internal static StepLog ResumeOn(ILogFiles files, string directory, string runId, StepLogOptions? options = null) =>
        Started(StartOptions.OfRun(directory, runId, options), files);
}
