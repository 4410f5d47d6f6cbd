namespace AgentStepLog.Files;

/// <summary>
/// The file system as a log needs it. Each method does one thing that can fail. A log reaches its files through this interface only,
/// so that tests can make each step fail.
/// </summary>
/// <remarks>The caller gives whole paths; they are not resolved here. Errors are <see cref="IOException"/>s and <see cref="UnauthorizedAccessException"/>s.</remarks>
internal interface ILogFiles
{
    /// <summary>Makes a directory and those above it, for the owner alone. A directory that is already there stays unchanged.</summary>
    void MakeDirectory(string path);

    /// <summary>Makes a file that is not there yet, for the owner alone, to write and read it.</summary>
    ILogFile CreateNew(string path);

    /// <summary>Opens a file to be read.</summary>
    /// <exception cref="IrregularFileException">The name is not that of a regular file.</exception>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">The file's directory is not there.</exception>
    ILogFile Open(string path);

    /// <summary>Opens a file that is there, to write more to it.</summary>
    ILogFile OpenForAppend(string path);

    /// <summary>Deletes a file. It is no error when the file is not there.</summary>
    void Delete(string path);

    /// <summary>Deletes a directory with its content.</summary>
    void DeleteDirectory(string path);

    /// <summary>Gives a file another name. It replaces a file that has that name already.</summary>
    void Move(string from, string to);

    /// <summary>Returns the facts of the entry with a name; null if there is none.</summary>
    FileFacts? Look(string path);

    /// <summary>Sets a file's time of writing to now.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">The file's directory is not there.</exception>
    void Touch(string path);

    /// <summary>Whether a file or a directory is there.</summary>
    bool Exists(string path);

    /// <summary>All names in a directory, whatever their types, in ordinal order; empty when the directory is not there.</summary>
    IReadOnlyList<string> List(string directory);

    /// <summary>Makes the names in a directory survive a loss of power, after files were made, moved or deleted there.</summary>
    void SyncDirectory(string path);

    /// <summary>Takes a lock file for this process alone, until the lock is disposed of. Null when another process holds it.</summary>
    IDisposable? TryLock(string path);

    /// <summary>Whether a lock file is there and a process holds it. This makes no lock file.</summary>
    bool IsLocked(string path);
}
