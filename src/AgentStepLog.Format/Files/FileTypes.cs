using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Files;

/// <summary>
/// Tells what kinds of files there are, which .NET's own classes do not: a FIFO is a file like any other to them. By the library through which .NET itself asks the
/// system, since the system's own structures differ from one to another.
/// </summary>
internal static class FileTypes
{
    private const string Native = "libSystem.Native";

    // Of the 32 bits behind the first 32: st_mode.
    private const int Mask = 0xF000;

    /// <summary>Whether they can be told. Where they cannot, files are opened as .NET opens them.</summary>
    internal static bool AreKnown { get; } = Probe();

    /// <summary>Of a name: a link is a link.</summary>
    internal static FileType OfName(string path, out int error) => Of(LStat(path, out var status), status, out error);

    /// <summary>Of what a name leads to.</summary>
    internal static FileType OfTarget(string path, out int error) => Of(Stat(path, out var status), status, out error);

    /// <summary>Of an open file.</summary>
    internal static FileType OfOpened(SafeFileHandle file) => Of(FStat(file, out var status), status, out _);

    private static FileType Of(int result, in Status status, out int error)
    {
        error = result == 0 ? 0 : Marshal.GetLastPInvokeError();
        return result != 0 ? FileType.None : (status.Mode & Mask) switch
        {
            0x8000 => FileType.Regular,
            0x4000 => FileType.Directory,
            0xA000 => FileType.Link,
            0x1000 => FileType.Fifo,
            0xC000 => FileType.Socket,
            _ => FileType.Device,
        };
    }

    private static bool Probe()
    {
        try
        {
            return !OperatingSystem.IsWindows() && OfName(Path.GetTempPath(), out _) is FileType.Directory or FileType.Link;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport(Native, EntryPoint = "SystemNative_LStat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int LStat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out Status status);

    [DllImport(Native, EntryPoint = "SystemNative_Stat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out Status status);

    [DllImport(Native, EntryPoint = "SystemNative_FStat", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FStat(SafeFileHandle file, out Status status);

    // Larger than any version of it.
    [StructLayout(LayoutKind.Explicit, Size = 512)]
    private struct Status
    {
        [FieldOffset(4)]
        public int Mode;
    }
}
