using AgentStepLog.Withholding;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>
/// What a run is called, where its log goes, and how much of each call is recorded. A log copies its options when it starts and checks the copy: a value that is out
/// of range, and two that contradict each other, are an <see cref="ArgumentException"/> that names them. What is changed later has no effect on that log.
/// </summary>
public sealed class StepLogOptions
{
    /// <summary>Folder of the log file <c>{run_id}.jsonl</c>; made, readable by its owner only, if it does not exist. Null where the log is in memory, or where <c>Start</c> is given it.</summary>
    public string? Directory { get; set; }

    /// <summary>The run's id and file name: <c>[a-z0-9][a-z0-9._-]{0,127}</c>, no device name of Windows. Default: a new id, ordered by time.</summary>
    public string? RunId { get; set; }

    /// <summary>The agent's name.</summary>
    public string? Agent { get; set; }

    /// <summary>The agent's version.</summary>
    public string? AgentVersion { get; set; }

    /// <summary>What the run is asked to do.</summary>
    public string? Task { get; set; }

    /// <summary>Such as <c>Production</c>. Default: the environment variable <c>DOTNET_ENVIRONMENT</c>, or else <c>ASPNETCORE_ENVIRONMENT</c>.</summary>
    public string? Environment { get; set; }

    /// <summary>The conversation or job that this run belongs to.</summary>
    public string? SessionId { get; set; }

    /// <summary>For whom the agent runs.</summary>
    public string? UserId { get; set; }

    /// <summary>
    /// The run that started this one, in this process or another. Default: that of <see cref="Parent"/>, or, with
    /// <see cref="InheritParent"/>, the nearest that is known where the log is started.
    /// </summary>
    public string? ParentRunId { get; set; }

    /// <summary>What another process handed on: its run and its trace, such as <see cref="RunLink.FromHeaders"/> reads from a request.</summary>
    public RunLink? Parent { get; set; }

    /// <summary>
    /// Whether the run takes its parent, and its trace, from where it is started: the log that is active there, the trace state of
    /// <see cref="System.Diagnostics.Activity.Current"/>, the environment of the process (<see cref="RunLink.FromEnvironment"/>), in this
    /// order. Default: true; under ids that say nothing of the process (<see cref="StepIds.Sequential"/>) nothing is taken.
    /// </summary>
    public bool InheritParent { get; set; } = true;

    /// <summary>Whatever else is to be known of the run. Recorded in ordinal order of the keys. Default: empty.</summary>
    public IDictionary<string, string> Metadata { get; set; } = new Dictionary<string, string>();

    /// <summary>How much of the input and output of tools and agents is recorded, where their methods do not say it themselves (<see cref="AgentToolAttribute.Capture"/>). Default: <see cref="CaptureMode.Full"/>.</summary>
    public CaptureMode ToolContent { get; set; } = CaptureMode.Full;

    /// <summary>How much of the messages to and from models is recorded, where their methods do not say it themselves (<see cref="LlmCallAttribute.Capture"/>). Default: <see cref="CaptureMode.None"/>; model, tokens and stop reason always are.</summary>
    /// <remarks>
    /// With <see cref="CaptureMode.Full"/>, of a call of a tool that messages carry is withheld what the tool's own step withholds; and a value that the run has withheld
    /// once is withheld wherever it comes again as it stands. What was recorded before the run knew the value stays as it was recorded: the task in the header, a message
    /// in which the user names it and that a line before the first call held. Other spellings of a value and parts of it are not found.
    /// </remarks>
    public CaptureMode LlmContent { get; set; } = CaptureMode.None;

    /// <summary>
    /// The most that is recorded of any call's input and output, also where the method's own attribute asks for more. Default:
    /// <see cref="CaptureMode.Full"/>, which is no limit; <see cref="CaptureMode.None"/> keeps all contents of calls out of the log.
    /// </summary>
    public CaptureMode ContentLimit { get; set; } = CaptureMode.Full;

    /// <summary>Which secrets are withheld by their shape, wherever they appear. Default: those of the built-in shapes.</summary>
    public WithholdingOptions Withholding { get; set; } = new();

    /// <summary>
    /// How many of the values that it has withheld the run keeps in memory, to withhold them wherever they come again; together they take at most 4 MiB.
    /// Secrets that were found by their shape take half of it at most, and personal data that is found by its form takes none.
    /// 0: none, so that a value is withheld only where it is marked. <see cref="StepLogHealth.WithheldValuesLeftOut"/> says when there were more.
    /// Default: 16,384. From 0 to 1,048,576.
    /// </summary>
    public int WithheldValueLimit { get; set; } = KnownValues.DefaultCount;

    /// <summary>Keys by which what is withheld can be confirmed later, and erased; a ring in a file lies elsewhere than the log. Default: none, and no commitments.</summary>
    public KeyRing? KeyRing { get; set; }

    /// <summary>Whose values are withheld, by the key ring's name for them; it does not come into the log. Only with a <see cref="KeyRing"/>. Default, and where it is empty: <see cref="UserId"/>, or what <see cref="WhenNoSubject"/> says.</summary>
    public string? Subject { get; set; }

    /// <summary>What the log does where <see cref="Subject"/> and <see cref="UserId"/> are both unset or empty. Another value than the default only with a <see cref="KeyRing"/>. Default: <see cref="WhenNoSubject.UseRun"/>.</summary>
    public WhenNoSubject WhenNoSubject { get; set; } = WhenNoSubject.UseRun;

    /// <summary>
    /// How many of the last steps <see cref="StepLog.Steps"/> shows; they stay in memory, each with its line. From 0. Default: null, which is 100, and 1,000 for a log that
    /// lives in memory anyway (<see cref="StepLog.InMemory"/>). Totals always cover all steps.
    /// </summary>
    public int? KeepSteps { get; set; }

    /// <summary>A value whose JSON has more bytes than this is stored in a file of its own beside the log. Default: 32,768. From 256 to 65,535, and not more than <see cref="ValueLimit"/>.</summary>
    public int InlineLimit { get; set; } = LineLimits.DefaultInlineLimit;

    /// <summary>
    /// How many bytes of JSON are recorded of one value at most: an argument, a result, all items of a stream together, a text or a value that is recorded
    /// manually, a name, a message. In the place of what takes more stands <c>[too large:n]</c> with its length, or <c>[too large]</c>. The call itself, and
    /// what a model is given, are the same. What recording takes of memory follows this limit, however large a value is.
    /// Default: 16,777,216 (16 MiB). From 1,024 to 1,073,741,824.
    /// </summary>
    public int ValueLimit { get; set; } = LineLimits.DefaultValueLimit;

    /// <summary>What survives once a call has returned. Default: <see cref="Durability.Written"/>.</summary>
    public Durability Durability { get; set; } = Durability.Written;

    /// <summary>
    /// What calls do while the log cannot be written, unless their tool says otherwise. Default: <see cref="LogFailurePolicy.FailOpen"/>.
    /// </summary>
    public LogFailurePolicy OnLogFailure { get; set; } = LogFailurePolicy.FailOpen;

    /// <summary>
    /// Only with <see cref="Durability.Queued"/>: how many bytes may wait in memory before the caller waits, too. Nothing is dropped.
    /// Default: null, which is 16 MiB; at least 65,536.
    /// </summary>
    public long? QueueLimit { get; set; }

    /// <summary>
    /// The run goes on in a next file, <c>{run_id}.2.jsonl</c>, before a file has more bytes than this; a file exceeds it by no more than a line and its header.
    /// Default: null, never because of size. At least 65,536.
    /// </summary>
    public long? SegmentBytes { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where ids come from. Default: <see cref="StepIds.Random"/>.</summary>
    [CLSCompliant(false)]
    public StepIds Ids { get; set; } = StepIds.Random;

    /// <summary>
    /// The manifest that the header names. Default: that of the assembly that declares the log's class, or, for a plain
    /// <see cref="StepLog"/>, of the program; none in memory, and under ids that say nothing of the process (<see cref="StepIds.Sequential"/>).
    /// </summary>
    public BuildManifest? Manifest { get; set; }

    internal bool InMemory { get; set; }

    /// <summary>The file of the run that is gone on with; null where a run begins.</summary>
    internal string? ResumedPath { get; set; }

    /// <summary>Found when the log is started.</summary>
    internal string? TraceId { get; set; }

    /// <summary>How many of the last steps stay in memory.</summary>
    internal int StepsKept => KeepSteps ?? (InMemory ? 1000 : 100);

    /// <summary>Copies the options, with their metadata and what is withheld: a change of the copy does not change these, nor the other way round.</summary>
    /// <returns>The copy.</returns>
    public StepLogOptions Clone()
    {
        var copy = (StepLogOptions)MemberwiseClone();
        copy.Metadata = new Dictionary<string, string>(Metadata ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        copy.Withholding = (Withholding ?? new()).Copy();
        return copy;
    }
}
