namespace AgentStepLog.Benchmarks.Workloads;

internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("agentsteplog-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
