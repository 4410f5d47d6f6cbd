using System.Runtime.InteropServices;
using AgentStepLog.Hashing;
using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Files;

/// <summary>
/// Opens each file that is read. It opens regular files only: a FIFO would wait for a writer, and a device may have no end. Links are followed
/// where they lead to a regular file of the same directory.
/// </summary>
/// <remarks>
/// The type is checked before the file is opened, because opening a device may have effects. It is checked again on the open file, because another file may
/// have been put there meanwhile. Opening does not wait.
/// </remarks>
internal static class RegularFile
{
    private const int NotFound = 2; // ENOENT, the same on all systems that have it
    private const int NoPermission = 1; // EPERM
    private const int NoAccess = 13; // EACCES
    private const int NotADirectory = 20; // ENOTDIR
    private const int NoSuchDevice = 6; // ENXIO, the error of a socket

    /// <summary>Opens a file to be read.</summary>
    /// <exception cref="IrregularFileException">The name is not that of a regular file, or it is a link that leads to no regular file of the directory.</exception>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">The file's directory is not there.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened.</exception>
    internal static FileStream Open(string path) => Open(path, mustBeThere: true)!;

    /// <summary>
    /// The same, but null where the file is not there: an exception takes ten times as long as the look, and a log may name half a million files that are gone.
    /// </summary>
    internal static FileStream? OpenIfThere(string path)
    {
        try
        {
            return Open(path, mustBeThere: false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // the file was deleted after the look
        }
    }

    private static FileStream? Open(string path, bool mustBeThere)
    {
        if (OperatingSystem.IsWindows() || !FileTypes.AreKnown)
        {
            if (!mustBeThere && !Path.Exists(path) && new FileInfo(path).LinkTarget is null)
            {
                return null;
            }

            RefuseDirectoryOrLink(path);
            return Plain(path);
        }

        var type = FileTypes.OfName(path, out var error);
        if (type == FileType.Link)
        {
            RefuseLink(path);
            type = FileTypes.OfTarget(path, out error);
        }

        return type switch
        {
            FileType.None when !mustBeThere && error is NotFound or NotADirectory => null,
            FileType.None => throw Failed(path, error),
            FileType.Regular => OpenSeen(path),
            _ => throw new IrregularFileException(path, What(type)),
        };
    }

    /// <summary>Opens a file that was regular when it was looked at. It may have been replaced since, so it is checked again.</summary>
    internal static FileStream OpenSeen(string path)
    {
        var descriptor = OpenFile(path, Flags());
        if (descriptor < 0)
        {
            var error = Marshal.GetLastPInvokeError();
            throw error == NoSuchDevice ? new IrregularFileException(path, What(FileType.Socket)) : Failed(path, error);
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        try
        {
            return FileTypes.OfOpened(handle) is FileType.Regular ? new(handle, FileAccess.Read, bufferSize: 0, isAsync: false)
                : throw new IrregularFileException(path, "was another file a moment ago, and is no regular one");
        }
        catch (Exception)
        {
            handle.Dispose();
            throw;
        }
    }

    private static FileStream Plain(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static void RefuseDirectoryOrLink(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IrregularFileException(path, What(FileType.Directory));
        }

        if (new FileInfo(path).LinkTarget is not null)
        {
            RefuseLink(path);
        }
    }

    private static void RefuseLink(string path)
    {
        FileSystemInfo? target;
        try
        {
            target = File.ResolveLinkTarget(path, returnFinalTarget: true);
        }
        catch (IOException)
        {
            throw new IrregularFileException(path, "is a link that leads nowhere but through other links");
        }

        if (target is not null && !target.FullName.StartsWith(Root(path), StringComparison.Ordinal))
        {
            throw new IrregularFileException(path, $"is a link that leads out of its directory, to {target.FullName}");
        }

        if (target is { Exists: false })
        {
            throw new IrregularFileException(path, $"is a link to {target.FullName}, and nothing is there") { IsGone = true };
        }
    }

    // The folders of a run's blobs and of shared documents are parts of the log directory. A log directory itself may have such a name, so the file's name decides, too.
    private static string Root(string path)
    {
        var (directory, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        var isPart = (directory.EndsWith(RunFileName.Blobs, StringComparison.Ordinal) && HashName.IsDigits(name))
            || (Path.GetFileName(directory) == SharedDocument.Folder && SharedDocument.HashOf(name) is not null);
        directory = isPart ? Path.GetDirectoryName(directory) ?? directory : directory;
        return Path.EndsInDirectorySeparator(directory) ? directory : directory + Path.DirectorySeparatorChar;
    }

    private static string What(FileType type) => type switch
    {
        FileType.Directory => "is a directory, and no file",
        FileType.Fifo => "is a FIFO, and no regular file",
        FileType.Socket => "is a socket, and no regular file",
        FileType.Device => "is a device, and no regular file",
        _ => "is no regular file",
    };

    private static Exception Failed(string path, int error)
    {
        var message = $"{Marshal.GetPInvokeErrorMessage(error)} ({path})";
        return error switch
        {
            NotFound when Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) => new FileNotFoundException(message, path),
            NotFound or NotADirectory => new DirectoryNotFoundException(message),
            NoAccess or NoPermission => new UnauthorizedAccessException(message),
            _ => new IOException(message, error),
        };
    }

    // Flags for: read only, not inherited by child processes, no waiting. Where a pointer has four bytes, a further flag allows files of more than 2 GB.
    private static int Flags() =>
        OperatingSystem.IsLinux() || OperatingSystem.IsAndroid()
            ? 0x800 | 0x80000 | RuntimeInformation.ProcessArchitecture switch { Architecture.Arm => 0x20000, Architecture.X86 => 0x8000, _ => 0 }
        : OperatingSystem.IsFreeBSD() ? 0x4 | 0x100000
        : 0x4 | 0x1000000;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
