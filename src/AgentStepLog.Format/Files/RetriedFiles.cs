namespace AgentStepLog.Files;

/// <summary>Repeats calls that the system interrupts, since an interruption is no failure. <see cref="FileLoops"/> does the same for an open file.</summary>
internal sealed class RetriedFiles(ILogFiles files) : ILogFiles
{
    public void MakeDirectory(string path) => FileLoops.Again((files, path), static f => f.files.MakeDirectory(f.path));

    public ILogFile CreateNew(string path) => FileLoops.Again((files, path), static f => f.files.CreateNew(f.path));

    public ILogFile Open(string path) => FileLoops.Again((files, path), static f => f.files.Open(f.path));

    public ILogFile OpenForAppend(string path) => FileLoops.Again((files, path), static f => f.files.OpenForAppend(f.path));

    public void Delete(string path) => FileLoops.Again((files, path), static f => f.files.Delete(f.path));

    public void DeleteDirectory(string path) => FileLoops.Again((files, path), static f => f.files.DeleteDirectory(f.path));

    public void Move(string from, string to) => FileLoops.Again((files, from, to), static f => f.files.Move(f.from, f.to));

    public FileFacts? Look(string path) => FileLoops.Again((files, path), static f => f.files.Look(f.path));

    public void Touch(string path) => FileLoops.Again((files, path), static f => f.files.Touch(f.path));

    public bool Exists(string path) => files.Exists(path);

    public IReadOnlyList<string> List(string directory) => FileLoops.Again((files, directory), static f => f.files.List(f.directory));

    public void SyncDirectory(string path) => FileLoops.Again((files, path), static f => f.files.SyncDirectory(f.path));

    public IDisposable? TryLock(string path) => FileLoops.Again((files, path), static f => f.files.TryLock(f.path));

    public bool IsLocked(string path) => FileLoops.Again((files, path), static f => f.files.IsLocked(f.path));
}
