using System.Collections.Frozen;
using System.Text;

namespace AgentStepLog.Records;

/// <summary>A type of record: its name in the log, how its lines are read, and their role. Each step's class defines its own.</summary>
/// <param name="step">The class of its steps; a generated log has classes that derive from it.</param>
/// <param name="kind">The kind of its steps.</param>
/// <param name="name">The line's <c>type</c>.</param>
/// <param name="read">
/// Makes the step from a line's fields and a step with the fields that all lines have. Throws <see cref="FormatException"/> where the fields have another shape.
/// </param>
internal sealed class RecordType(Type step, StepKind kind, string name, Func<LineFields, Step, Step> read)
{
    private static readonly string[] s_everywhere = ["v", "run_id", "step", "type", "ts", "mono_ms", "duration_ms", "span_id", "parent_id", "resumed", "redacted", "prev", "crc"];

    private readonly FrozenSet<string> _neverNull = s_everywhere.ToFrozenSet(StringComparer.Ordinal);
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(name);

    /// <summary>The names of the fields that count tokens.</summary>
    public static string[] Tokens { get; } = ["input_tokens", "output_tokens", "cached_tokens", "reasoning_tokens"];

    public Type Step => step;

    public StepKind Kind => kind;

    public string Name => name;

    public ReadOnlySpan<byte> Utf8 => _utf8;

    public ChainRole Role { get; init; }

    /// <summary>Whether this version writes such lines. It reads lines of all types.</summary>
    public bool IsWritten { get; init; } = true;

    /// <summary>Whether such a line counts as a step in the run's totals.</summary>
    public bool CountsAsStep { get; init; }

    /// <summary>The fields of this type that hold no value of the user's. Such a field is absent when its value is unknown, and never null.</summary>
    public IEnumerable<string> OwnFields
    {
        init => _neverNull = s_everywhere.Concat(value).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a field is never null in such a line. Fields that this version does not know may be null.</summary>
    public bool IsNeverNull(string field) => _neverNull.Contains(field);

    /// <exception cref="FormatException">A field has another shape than the format's.</exception>
    public Step Read(LineFields fields, Step envelope) => read(fields, envelope);
}
