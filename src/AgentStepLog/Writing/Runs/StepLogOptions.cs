using AgentStepLog.Withholding;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>
/// The name of a run, the place of its log, and how much of each call is recorded. A log copies its options when it starts, and checks the copy. A value out of range,
/// or two values that contradict each other, throw an <see cref="ArgumentException"/> that names them. Later changes have no effect on that log.
/// </summary>
public sealed class StepLogOptions
{
    /// <summary>
    /// The folder of the log file <c>{run_id}.jsonl</c>. If it does not exist, it is made, readable by its owner only. Null if the log is in memory, or if <c>Start</c>
    /// receives the folder.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>The run's id and file name: <c>[a-z0-9][a-z0-9._-]{0,127}</c>, and no device name of Windows. Default: a new id, ordered by time.</summary>
    public string? RunId { get; set; }

    /// <summary>The agent's name.</summary>
    public string? Agent { get; set; }

    /// <summary>The agent's version.</summary>
    public string? AgentVersion { get; set; }

    /// <summary>The task of the run.</summary>
    public string? Task { get; set; }

    /// <summary>
    /// The environment, such as <c>Production</c>. Default: the environment variable <c>DOTNET_ENVIRONMENT</c>, or else <c>ASPNETCORE_ENVIRONMENT</c>.
    /// </summary>
    public string? Environment { get; set; }

    /// <summary>The conversation or job that this run belongs to.</summary>
    public string? SessionId { get; set; }

    /// <summary>The user that the agent runs for.</summary>
    public string? UserId { get; set; }

    /// <summary>
    /// The id of the run that started this one, in this process or another. Default: that of <see cref="Parent"/>; or, with <see cref="InheritParent"/>, that of the
    /// nearest run known where the log starts.
    /// </summary>
    public string? ParentRunId { get; set; }

    /// <summary>The link from another process: its run and its trace. <see cref="RunLink.FromHeaders"/>, for example, reads it from a request.</summary>
    public RunLink? Parent { get; set; }

    /// <summary>
    /// Whether the run inherits its parent and its trace from the place where it starts. The sources are, in this order: the active log, the trace state of
    /// <see cref="System.Diagnostics.Activity.Current"/>, and the environment of the process (<see cref="RunLink.FromEnvironment"/>). Default: true. With ids that do
    /// not describe the process (<see cref="StepIds.Sequential"/>), nothing is inherited.
    /// </summary>
    public bool InheritParent { get; set; } = true;

    /// <summary>Further facts about the run. They are recorded in ordinal order of the keys. Default: empty.</summary>
    public IDictionary<string, string> Metadata { get; set; } = new Dictionary<string, string>();

    /// <summary>
    /// How much of the input and output of tools and agents is recorded, unless their methods set it themselves (<see cref="AgentToolAttribute.Capture"/>). Default:
    /// <see cref="CaptureMode.Full"/>.
    /// </summary>
    public CaptureMode ToolContent { get; set; } = CaptureMode.Full;

    /// <summary>
    /// How much of the messages to and from models is recorded, unless their methods set it themselves (<see cref="LlmCallAttribute.Capture"/>). Default:
    /// <see cref="CaptureMode.None"/>. The model, tokens and stop reason are always recorded.
    /// </summary>
    /// <remarks>
    /// With <see cref="CaptureMode.Full"/>, messages may contain tool calls; of these, the log withholds the same values as in the tool's own step. A value that the
    /// run has withheld once is withheld wherever it is repeated unchanged. Lines written before the run knew the value stay as they are: the task in the header, or an
    /// earlier message in which the user names the value. Other spellings of a value, and parts of it, are not found.
    /// </remarks>
    public CaptureMode LlmContent { get; set; } = CaptureMode.None;

    /// <summary>
    /// The upper limit for all calls' input and output, even if a method's own attribute asks for more. Default: <see cref="CaptureMode.Full"/>, which is no limit.
    /// <see cref="CaptureMode.None"/> keeps all contents of calls out of the log.
    /// </summary>
    public CaptureMode ContentLimit { get; set; } = CaptureMode.Full;

    /// <summary>The secrets that are withheld by their shape, wherever they appear. Default: those with a built-in shape.</summary>
    public WithholdingOptions Withholding { get; set; } = new();

    /// <summary>
    /// How many withheld values the run keeps in memory, so that it withholds them wherever they are repeated. Together they take at most 4 MiB. Secrets that were
    /// found by their shape take at most half of that, and personal data that is found by its form takes none. With 0, a value is withheld only where it is marked.
    /// <see cref="StepLogHealth.WithheldValuesLeftOut"/> counts the values beyond the limit. Default: 16,384. Range: 0 to 1,048,576.
    /// </summary>
    public int WithheldValueLimit { get; set; } = KnownValues.DefaultCount;

    /// <summary>Keys that confirm withheld values until they are erased. A ring in a file must not be beside the log. Default: none, and no commitments.</summary>
    public KeyRing? KeyRing { get; set; }

    /// <summary>
    /// The subject whose values are withheld, by the key ring's name for it. The name is not written to the log. It needs a <see cref="KeyRing"/>. If it is unset or
    /// empty: <see cref="UserId"/>, or else what <see cref="WhenNoSubject"/> says.
    /// </summary>
    public string? Subject { get; set; }

    /// <summary>
    /// What the log does if <see cref="Subject"/> and <see cref="UserId"/> are both unset or empty. A value other than the default needs a <see cref="KeyRing"/>.
    /// Default: <see cref="WhenNoSubject.UseRun"/>.
    /// </summary>
    public WhenNoSubject WhenNoSubject { get; set; } = WhenNoSubject.UseRun;

    /// <summary>
    /// How many of the last steps <see cref="StepLog.Steps"/> shows. They stay in memory, each with its line. At least 0. Default: null, which means 100, or 1,000 for
    /// a log in memory (<see cref="StepLog.InMemory"/>). Totals always cover all steps.
    /// </summary>
    public int? KeepSteps { get; set; }

    /// <summary>
    /// The most bytes of a value's JSON that stay in the line. A larger value is stored in a blob beside the log. Range: 256 to 65,535, and at most
    /// <see cref="ValueLimit"/>. Default: null, which means 32,768.
    /// </summary>
    public int? InlineLimit { get; set; }

    /// <summary>
    /// The most bytes of JSON that are recorded of one value: an argument, a result, all items of a stream together, a text or a value that is recorded manually, a
    /// name, or a message. A larger value is replaced by <c>[too large:n]</c> with its length, or by <c>[too large]</c>. The call itself, and the result that a model
    /// receives, do not change. This limit also bounds the memory that recording takes, however large a value is. Default: 16,777,216 (16 MiB). Range: 1,024 to
    /// 1,073,741,824.
    /// </summary>
    public int ValueLimit { get; set; } = LineLimits.DefaultValueLimit;

    /// <summary>What survives once a call has returned. Default: <see cref="Durability.Written"/>.</summary>
    public Durability Durability { get; set; } = Durability.Written;

    /// <summary>
    /// What calls do while the log cannot be written, unless their tool says otherwise. Default: <see cref="LogFailurePolicy.FailOpen"/>.
    /// </summary>
    public LogFailurePolicy OnLogFailure { get; set; } = LogFailurePolicy.FailOpen;

    /// <summary>
    /// With <see cref="Durability.Queued"/> only: how many bytes may wait in memory before callers wait as well. Nothing is dropped. Default: null, which means 16 MiB.
    /// At least 65,536.
    /// </summary>
    public long? QueueLimit { get; set; }

    /// <summary>
    /// The size in bytes at which the run continues in a next file, <c>{run_id}.2.jsonl</c>. A file exceeds it by at most one line and its header. Default: null, which
    /// means no limit. At least 65,536.
    /// </summary>
    public long? SegmentBytes { get; set; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The source of ids. Default: <see cref="StepIds.Random"/>.</summary>
    [CLSCompliant(false)]
    public StepIds Ids { get; set; } = StepIds.Random;

    /// <summary>
    /// The manifest that the header names. Default: that of the assembly that declares the log's class; for a plain <see cref="StepLog"/>, that of the program. There
    /// is no default in memory, and with ids that do not describe the process (<see cref="StepIds.Sequential"/>).
    /// </summary>
    public BuildManifest? Manifest { get; set; }

    internal bool InMemory { get; set; }

    /// <summary>The file of the run that is resumed; null for a new run.</summary>
    internal string? ResumedPath { get; set; }

    /// <summary>Set when the log starts.</summary>
    internal string? TraceId { get; set; }

    /// <summary>How many of the last steps stay in memory.</summary>
    internal int StepsKept => KeepSteps ?? (InMemory ? 1000 : 100);

    /// <summary>
    /// Copies the options, with their metadata and their withholding options. Later changes of the copy and of the original do not affect each other.
    /// </summary>
    /// <returns>The copy.</returns>
    public StepLogOptions Clone()
    {
        var copy = (StepLogOptions)MemberwiseClone();
        copy.Metadata = new Dictionary<string, string>(Metadata ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        copy.Withholding = (Withholding ?? new()).Copy();
        return copy;
    }
}
