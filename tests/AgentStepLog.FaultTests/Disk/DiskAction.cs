namespace AgentStepLog.FaultTests.Disk;

/// <summary>What can happen to a disk.</summary>
internal enum DiskAction
{
    Create,
    Write,
    SetLength,
    Sync,
    SyncFailed,
    Move,
    Unlink,
    MakeDirectory,
    RemoveDirectory,
    SyncDirectory,
    Acknowledge,
}
