using AgentStepLog.Files;
using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>
    /// The calls of a resumed run that have an intent and no outcome, in the order of the log. It is not known whether they took effect. Empty for a run that started
    /// here.
    /// </summary>
    public IReadOnlyList<IntentStep> OpenIntents { get; }

    /// <summary>
    /// Resumes a run without an end, whose process was killed or lost power, and makes its log active for the caller and the calls that it makes. The rest of a last
    /// line that a crash left incomplete is kept in <c>{file}.torn-{offset}</c>, and a <c>recovery</c> step reports it.
    /// </summary>
    /// <param name="path">One of the run's files.</param>
    /// <param name="options">Durability, limits, capture modes and similar options. The facts about the run (agent, task, parent …) come from its header.</param>
    /// <exception cref="StepLogException">
    /// The run is not there, was ended, is written by another log, was changed, comes from a newer version or another tool, or belongs to another user or subject than
    /// the options name. The message says which. The log is left unchanged.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The options name another run or directory, or an option is out of range, or contradicts another one. The message names the options.
    /// </exception>
    public static StepLog Resume(string path, StepLogOptions? options = null) => Started(StartOptions.OfRun(path, options));

    /// <inheritdoc cref="Resume(string, StepLogOptions?)"/>
    /// <param name="directory">The directory of the run's files.</param>
    /// <param name="runId">The id of the run.</param>
    /// <param name="options">Durability, limits, capture modes and similar options. The facts about the run (agent, task, parent …) come from its header.</param>
    public static StepLog Resume(string directory, string runId, StepLogOptions? options = null) => Started(StartOptions.OfRun(directory, runId, options));

    /// <summary>Resumes a run on storage that the caller provides.</summary>
    internal static StepLog ResumeOn(ILogFiles files, string directory, string runId, StepLogOptions? options = null) =>
        Started(StartOptions.OfRun(directory, runId, options), files);
}
