using AgentStepLog.Records;
using AgentStepLog.Withholding;

namespace AgentStepLog;

/// <summary>What a run is called, where its log goes, and how much of each call is recorded. Each value is checked where it is set.</summary>
public sealed record StepLogOptions
{
    internal const int DefaultValueLimit = 16 * 1024 * 1024;

    private readonly int? _keepSteps;

    /// <summary>Folder of the log file <c>{run_id}.jsonl</c>; made, readable by its owner only, if it does not exist. Unused in memory.</summary>
    /// <exception cref="ArgumentException">Empty or white space.</exception>
    public string? Directory
    {
        get;
        init => field = value is null || !string.IsNullOrWhiteSpace(value) ? value
            : throw new ArgumentException("The directory of a step log cannot be empty. Name a folder, such as \"logs\".", nameof(Directory));
    }

    /// <summary>The run's id and file name: <c>[a-z0-9][a-z0-9._-]{0,127}</c>, no device name of Windows. Default: a new id, ordered by time.</summary>
    /// <exception cref="ArgumentException">It does not match; the message says why.</exception>
    public string? RunId
    {
        get;
        init => field = value is null ? null : WellFormedRunId.Checked(value, nameof(RunId));
    }

    /// <summary>The agent's name.</summary>
    public string? Agent { get; init; }

    /// <summary>The agent's version.</summary>
    public string? AgentVersion { get; init; }

    /// <summary>What the run is asked to do.</summary>
    public string? Task { get; init; }

    /// <summary>Such as <c>Production</c>. Default: the environment variable <c>DOTNET_ENVIRONMENT</c>, if set.</summary>
    public string? Environment { get; init; }

    /// <summary>The conversation or job that this run belongs to.</summary>
    public string? SessionId { get; init; }

    /// <summary>For whom the agent runs.</summary>
    public string? UserId { get; init; }

    /// <summary>
    /// The run that started this one, in this process or another. Default: that of <see cref="Parent"/>, or, with
    /// <see cref="InheritParent"/>, the nearest that is known where the log is started.
    /// </summary>
    /// <exception cref="ArgumentException">It is no run id; the message says why.</exception>
    public string? ParentRunId
    {
        get;
        init => field = value is null ? null : WellFormedRunId.Checked(value, nameof(ParentRunId));
    }

    /// <summary>What another process handed on: its run and its trace, such as <see cref="RunLink.FromHeaders"/> reads from a request.</summary>
    public RunLink? Parent { get; init; }

    /// <summary>
    /// Whether the run takes its parent, and its trace, from where it is started: the log that is active there, the trace state of
    /// <see cref="System.Diagnostics.Activity.Current"/>, the environment of the process (<see cref="RunLink.FromEnvironment"/>), in this
    /// order. Default: true; under ids that say nothing of the process (<see cref="StepIds.Sequential"/>) nothing is taken.
    /// </summary>
    public bool InheritParent { get; init; } = true;

    /// <summary>Whatever else is to be known of the run. Recorded in ordinal order of the keys. Copied when set. Default: empty.</summary>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Metadata));
            field = new SortedDictionary<string, string>(value.ToDictionary(), StringComparer.Ordinal).AsReadOnly();
        }
    } = new Dictionary<string, string>().AsReadOnly();

    /// <summary>How much of the input and output of tools and agents is recorded, where their methods do not say it themselves (<see cref="AgentToolAttribute.Capture"/>). Default: <see cref="CaptureMode.Full"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a member of the enumeration.</exception>
    public CaptureMode ToolContent
    {
        get;
        init => field = Checked(value, nameof(ToolContent));
    } = CaptureMode.Full;

    /// <summary>How much of the messages to and from models is recorded, where their methods do not say it themselves (<see cref="LlmCallAttribute.Capture"/>). Default: <see cref="CaptureMode.None"/>; model, tokens and stop reason always are.</summary>
    /// <remarks>
    /// With <see cref="CaptureMode.Full"/>, of a call of a tool that messages carry is withheld what the tool's own step withholds; and a value that the run has withheld
    /// once is withheld wherever it comes again as it stands. What was recorded before the run knew the value stays as it was recorded: the task in the header, a message
    /// in which the user names it and that a line before the first call held. Other spellings of a value and parts of it are not found.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">Not a member of the enumeration.</exception>
    public CaptureMode LlmContent
    {
        get;
        init => field = Checked(value, nameof(LlmContent));
    } = CaptureMode.None;

    /// <summary>
    /// How many of the values that it has withheld the run keeps in memory, to withhold them wherever they come again; together they take at most 4 MiB.
    /// Tokens that were found by their shape take half of it at most, and personal data that is found by its form takes none.
    /// 0: none, so that a value is withheld only where it is marked. <see cref="StepLogHealth.WithheldValuesLeftOut"/> says when there were more. Default: 16,384.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 1,048,576.</exception>
    public int WithheldValueLimit
    {
        get;
        init => field = value is >= 0 and <= 1 << 20 ? value : throw new ArgumentOutOfRangeException(
            nameof(WithheldValueLimit), value, "A run keeps from 0 to 1048576 of the values that it withholds.");
    } = KnownValues.DefaultCount;

    /// <summary>Which secrets are withheld by their shape, wherever they appear. Default: <see cref="WithholdingOptions.Default"/>.</summary>
    public WithholdingOptions Withholding
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = WithholdingOptions.Default;

    /// <summary>
    /// The most that is recorded of any call's input and output, also where the method's own attribute asks for more. Default:
    /// <see cref="CaptureMode.Full"/>, which is no limit; <see cref="CaptureMode.None"/> keeps all contents of calls out of the log.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a member of the enumeration.</exception>
    public CaptureMode ContentLimit
    {
        get;
        init => field = Checked(value, nameof(ContentLimit));
    } = CaptureMode.Full;

    /// <summary>Keys by which what is withheld can be confirmed later, and erased; a ring in a file lies elsewhere than the log. Default: none, and no commitments.</summary>
    public KeyRing? KeyRing { get; init; }

    /// <summary>Whose values are withheld, by the key ring's name for them; it does not come into the log. Only with a <see cref="KeyRing"/>: without one the log does not start. Default, and where it is empty: <see cref="UserId"/>, or what <see cref="WhenNoSubject"/> says.</summary>
    public string? Subject { get; init; }

    /// <summary>With a <see cref="KeyRing"/>: what the log does where <see cref="Subject"/> and <see cref="UserId"/> are both unset or empty. Default: <see cref="WhenNoSubject.UseRun"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a member of the enumeration.</exception>
    public WhenNoSubject WhenNoSubject
    {
        get;
        init => field = Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(WhenNoSubject), value, "WhenNoSubject is UseRun, CommitNothing or Refuse.");
    } = WhenNoSubject.UseRun;

    /// <summary>
    /// How many of the last steps <see cref="StepLog.Steps"/> shows; they stay in memory, each with its line. Default: 100, and 1000 for a log that
    /// lives there anyway (<see cref="StepLog.InMemory"/>). Totals always cover all steps.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int KeepSteps
    {
        get => _keepSteps ?? (InMemory ? 1000 : 100);
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(KeepSteps));
            _keepSteps = value;
        }
    }

    /// <summary>A value whose JSON has more bytes than this is stored in a file of its own beside the log. Default: 32768. From 256 to 65535.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int InlineLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 256, nameof(InlineLimit));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 65_535, nameof(InlineLimit));
            field = value;
        }
    } = 32 * 1024;

    /// <summary>
    /// How many bytes of JSON are recorded of one value at most: an argument, a result, all items of a stream together, a text or a value recorded by
    /// hand, a name, a message. In the place of what takes more stands <c>[too large:n]</c> with its length, or <c>[too large]</c>. The call itself, and
    /// what a model is given, are the same. What recording takes of memory follows this limit, however large a value is.
    /// Default: 16777216 (16 MiB). From 1024 to 1073741824.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int ValueLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1024, nameof(ValueLimit));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1024 * 1024 * 1024, nameof(ValueLimit));
            field = value;
        }
    } = DefaultValueLimit;

    /// <summary>What survives once a call has returned. Default: <see cref="Durability.Written"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a member of the enumeration.</exception>
    public Durability Durability
    {
        get;
        init => field = Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(Durability), value, "Durability is Queued, Written or Durable.");
    } = Durability.Written;

    /// <summary>
    /// What calls do while the log cannot be written, unless their tool says otherwise. Default: <see cref="LogFailurePolicy.FailOpen"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a member of the enumeration.</exception>
    public LogFailurePolicy OnLogFailure
    {
        get;
        init => field = Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(OnLogFailure), value, "OnLogFailure is FailOpen or FailClosed.");
    } = LogFailurePolicy.FailOpen;

    /// <summary>
    /// Under <see cref="Durability.Queued"/>: how many bytes may wait in memory before who records must wait, too. Nothing is dropped.
    /// Default: 16 MiB; at least 64 KiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 65536.</exception>
    public long QueueLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 64 * 1024, nameof(QueueLimit));
            field = value;
        }
    } = 16 * 1024 * 1024;

    /// <summary>
    /// The run goes on in a next file, <c>{run_id}.2.jsonl</c>, before a file has more bytes than this; by no more than a line and its header is
    /// it exceeded. Default: null, never because of size. At least 64 KiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 65536.</exception>
    public long? SegmentBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? long.MaxValue, 64 * 1024, nameof(SegmentBytes));
            field = value;
        }
    }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(TimeProvider));
    } = TimeProvider.System;

    /// <summary>Where ids come from. Default: <see cref="StepIds.Random"/>.</summary>
    [CLSCompliant(false)]
    public StepIds Ids
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Ids));
    } = StepIds.Random;

    /// <summary>
    /// The manifest that the header names. Default: that of the assembly that declares the log's class, or, for a plain
    /// <see cref="StepLog"/>, of the program; none in memory, and under ids that say nothing of the process (<see cref="StepIds.Sequential"/>).
    /// </summary>
    public BuildManifest? Manifest { get; init; }

    internal bool InMemory { get; init; }

    /// <summary>The file of the run that is gone on with; null where a run begins.</summary>
    internal string? ResumedPath { get; init; }

    /// <summary>Found when the log is started.</summary>
    internal string? TraceId { get; init; }

    private static CaptureMode Checked(CaptureMode mode, string property) => Enum.IsDefined(mode)
        ? mode
        : throw new ArgumentOutOfRangeException(property, mode, $"{property} is None, Hash or Full.");
}
