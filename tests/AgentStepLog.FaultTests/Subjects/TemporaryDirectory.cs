namespace AgentStepLog.FaultTests.Subjects;

/// <summary>A directory on the real disk, or in memory where there is one, for as long as a test takes.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private const string Memory = "/dev/shm"; // a thousand states take their time on a disk

    public TemporaryDirectory(bool inMemory = false) => Path = inMemory && Directory.Exists(Memory)
        ? Directory.CreateDirectory(System.IO.Path.Combine(Memory, "steplog-state-" + Guid.NewGuid().ToString("n"))).FullName
        : Directory.CreateTempSubdirectory("steplog-state-").FullName;

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
