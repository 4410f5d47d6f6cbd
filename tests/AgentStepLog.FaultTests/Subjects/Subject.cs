namespace AgentStepLog.FaultTests.Subjects;

/// <summary>A logger under test: ours, or another that writes lines of JSON to a file.</summary>
internal abstract class Subject : IDisposable
{
    /// <summary>Those that the comparison shows, by name.</summary>
    public static IReadOnlyDictionary<string, Func<string, Subject>> All { get; } = new Dictionary<string, Func<string, Subject>>(StringComparer.Ordinal)
    {
        ["AgentStepLog Written"] = static directory => new StepLogSubject(directory, Durability.Written),
        ["AgentStepLog Durable"] = static directory => new StepLogSubject(directory, Durability.Durable),
        ["AgentStepLog Queued"] = static directory => new StepLogSubject(directory, Durability.Queued),
        ["Serilog File"] = static directory => new SerilogSubject(directory, isBuffered: false),
        ["Serilog File, buffered"] = static directory => new SerilogSubject(directory, isBuffered: true),
        ["NLog File"] = static directory => new NLogSubject(directory, isAsync: false),
        ["NLog AsyncWrapper"] = static directory => new NLogSubject(directory, isAsync: true),
    };

    /// <summary>What the logger itself says it lost; null where it does not count.</summary>
    public virtual long? Lost => null;

    /// <summary>Logs one step. It is acknowledged when this returns.</summary>
    public abstract void Log(long label, int size);

    public abstract void Dispose();
}
