using System.Runtime.InteropServices;
using AgentStepLog.Hashing;
using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Files;

/// <summary>
/// The one way in which a file is opened to be read. Only regular files are: a FIFO would wait for a writer, a device may have no end. Links are followed
/// where they lead to a regular file of the same directory.
/// </summary>
/// <remarks>
/// The type is asked for before the file is opened, because opening a device may do something, and again of what was opened, because somebody may have
/// put another file there meanwhile. It is opened without waiting.
/// </remarks>
internal static class RegularFile
{
    private const int NotFound = 2; // ENOENT, the same on all systems that have it
    private const int NoPermission = 1; // EPERM
    private const int NoAccess = 13; // EACCES
    private const int NotADirectory = 20; // ENOTDIR
    private const int NoSuchDevice = 6; // ENXIO, of a socket

    /// <summary>Opens a file to be read.</summary>
    /// <exception cref="IrregularFileException">It is no regular file, or a link that leads to none of the directory.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="DirectoryNotFoundException">Nor is its directory.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it.</exception>
    internal static FileStream Open(string path) => Open(path, mustBeThere: true)!;

    /// <summary>The same, and null where nothing is there: an exception takes ten times as long as the look, and a log may name half a million files that are gone.</summary>
    internal static FileStream? OpenIfThere(string path)
    {
        try
        {
            return Open(path, mustBeThere: false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // gone since the look
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

    /// <summary>Opens what was a regular file when it was looked at, and may be another one by now.</summary>
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

    // The folder of a run's blobs, and that of shared documents, are parts of the directory in which the logs lie. A directory of logs may be called like one of them.
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

    // To read, not to be handed to children, not to wait. Where a pointer has four bytes, files may have more than 2 GB all the same.
    private static int Flags() =>
        OperatingSystem.IsLinux() || OperatingSystem.IsAndroid()
            ? 0x800 | 0x80000 | RuntimeInformation.ProcessArchitecture switch { Architecture.Arm => 0x20000, Architecture.X86 => 0x8000, _ => 0 }
        : OperatingSystem.IsFreeBSD() ? 0x4 | 0x100000
        : 0x4 | 0x1000000;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenFile([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
