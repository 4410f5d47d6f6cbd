namespace AgentStepLog.Files;

/// <summary>
/// The file system as a log needs it. One method per thing that can fail by itself, and none that does two: whatever a log does to
/// files goes through here, so that tests can fail each of its steps.
/// </summary>
/// <remarks>Paths are the caller's; nothing here resolves them. Errors are <see cref="IOException"/>s and <see cref="UnauthorizedAccessException"/>s.</remarks>
internal interface ILogFiles
{
    /// <summary>Makes a directory, and those above it, for the owner alone. One that is there stays as it is.</summary>
    void MakeDirectory(string path);

    /// <summary>Makes a file that is not there yet, for the owner alone, to be written and read.</summary>
    ILogFile CreateNew(string path);

    /// <summary>Opens a file to be read.</summary>
    /// <exception cref="IrregularFileException">It is no regular file.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">Nor is its directory.</exception>
    ILogFile Open(string path);

    /// <summary>Opens a file that is there, to go on writing it.</summary>
    ILogFile OpenForAppend(string path);

    /// <summary>Deletes a file; one that is not there is no error.</summary>
    void Delete(string path);

    /// <summary>Deletes a directory and what is in it.</summary>
    void DeleteDirectory(string path);

    /// <summary>Gives a file another name, in place of a file that bears it.</summary>
    void Move(string from, string to);

    /// <summary>Says what bears a name; null if nothing does.</summary>
    FileFacts? Look(string path);

    /// <summary>Makes a file one that was written just now.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">Nor is its directory.</exception>
    void Touch(string path);

    /// <summary>Whether a file or a directory is there.</summary>
    bool Exists(string path);

    /// <summary>All names in a directory, whatever lies under them, in ordinal order; empty when it is not there.</summary>
    IReadOnlyList<string> List(string directory);

    /// <summary>Makes the names in a directory survive a loss of power: files made, moved and deleted there.</summary>
    void SyncDirectory(string path);

    /// <summary>Takes a lock file for this process alone, until it is disposed of. Null when another holds it.</summary>
    IDisposable? TryLock(string path);

    /// <summary>Whether a lock file is there and somebody holds it. Makes none.</summary>
    bool IsLocked(string path);
}
