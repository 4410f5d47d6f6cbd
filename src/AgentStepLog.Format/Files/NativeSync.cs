using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Files;

/// <summary>
/// The system's ways to make written bytes survive a loss of power. On Linux this is <c>fdatasync</c>, which does not store the file's times and so often saves a
/// second write; elsewhere it is .NET's own call. Directories are synced where the system can do that: not on Windows.
/// </summary>
internal static class NativeSync
{
    private const string C = "libc";

    internal static void File(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (FDataSync(file) != 0)
        {
            throw Failed("fdatasync", "the log");
        }
    }

    internal static void Directory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var directory = Open(path, 0);
        if (directory < 0)
        {
            throw Failed("open", path);
        }

        try
        {
            if (FSync(directory) != 0)
            {
                throw Failed("fsync", path);
            }
        }
        finally
        {
            _ = Close(directory);
        }
    }

    private static IOException Failed(string call, string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"{Marshal.GetPInvokeErrorMessage(error)} ({call} of {what})", error);
    }

    [DllImport(C, EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FDataSync(SafeFileHandle file);

    [DllImport(C, EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport(C, EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int file);

    [DllImport(C, EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
