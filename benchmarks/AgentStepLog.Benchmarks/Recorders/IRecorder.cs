namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>A log open for writing, by whatever library. Safe for several threads; closed by disposing of it.</summary>
internal interface IRecorder : IDisposable
{
    /// <summary>Writes a record of five fields and <see cref="Echo.Output"/>.</summary>
    void Record(int number);

    /// <summary>Looks at the file after it is closed.</summary>
    /// <param name="records">How many records were written.</param>
    /// <exception cref="InvalidOperationException">The file has not all of them.</exception>
    void Check(int records);
}
