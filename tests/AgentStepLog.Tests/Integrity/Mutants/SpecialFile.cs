namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>What may lie under a file's name and is no file.</summary>
internal enum SpecialFile
{
    Directory,
    Fifo,
    Socket,
    LinkToDevice,
    LinkOutside,
    LinkToNothing,
    LinkToItself,
}
