using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AgentStepLog.Files;

/// <summary>
/// Tells the types of files apart. .NET's own classes do not: to them a FIFO is a regular file. It calls the native library that .NET itself uses,
/// since the layout of the system's own structures differs between systems.
/// </summary>
internal static class FileTypes
{
    private const string Native = "libSystem.Native";

    // st_mode, which is in the second 32 bits of the structure.
    private const int Mask = 0xF000;

    /// <summary>Whether the types can be told apart on this system. Where they cannot, files are opened as .NET opens them.</summary>
    internal static bool AreKnown { get; } = Probe();

    /// <summary>The type of the entry itself. A link is not followed.</summary>
    internal static FileType OfName(string path, out int error) => Of(LStat(path, out var status), status, out error);

    /// <summary>The type of the entry to which a name leads. Links are followed.</summary>
    internal static FileType OfTarget(string path, out int error) => Of(Stat(path, out var status), status, out error);

    /// <summary>The type of an open file.</summary>
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

    // Larger than any version of the structure.
    [StructLayout(LayoutKind.Explicit, Size = 512)]
    private struct Status
    {
        [FieldOffset(4)]
        public int Mode;
    }
}
