using System.Runtime.InteropServices;

namespace AgentStepLog.FaultTests.Disturbances;

/// <summary>Does to a file what the log does not expect.</summary>
internal static class Stranger
{
    public const string Text = "a line of a stranger\n";

    /// <summary>Does it once.</summary>
    /// <returns>Whether the log can see that something happened: an empty file that is cut is as it was.</returns>
    public static bool Disturb(Disturbance how, string path)
    {
        switch (how)
        {
            case Disturbance.Emptied:
                return Cut(path, static _ => 0);
            case Disturbance.CutInALine:
                return Cut(path, static content => content.AsSpan(0, content.Length / 2) is [.., (byte)'\n'] half ? half.Length - 1 : content.Length / 2);
            case Disturbance.CutAfterALine:
                return Cut(path, static content => content.AsSpan(0, content.Length / 2).LastIndexOf((byte)'\n') + 1);
            case Disturbance.WrittenTo:
                var isSeen = new FileInfo(path).Length > 0; // else the header is written over it
                File.AppendAllText(path, Text);
                return isSeen;
            case Disturbance.MovedAway or Disturbance.MovedBehindALink:
                File.Move(path, path + ".1");
                break;
            default:
                File.Delete(path);
                break;
        }

        Replace(how, path);
        return how != Disturbance.MovedBehindALink;
    }

    private static void Replace(Disturbance how, string path)
    {
        switch (how)
        {
            case Disturbance.ReplacedByAFile:
                File.WriteAllText(path, Text);
                break;
            case Disturbance.ReplacedByADirectory:
                Directory.CreateDirectory(path);
                break;
            case Disturbance.ReplacedByAFifo:
                Assert.Equal(0, MakeFifo(path, 0x180));
                break;
            case Disturbance.ReplacedByALink:
                File.CreateSymbolicLink(path, Environment.ProcessPath!);
                break;
            case Disturbance.MovedBehindALink:
                File.CreateSymbolicLink(path, Path.GetFileName(path) + ".1");
                break;
        }
    }

    private static bool Cut(string path, Func<byte[], int> length)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        file.SetLength(length(content));
        return content.Length > 0;
    }

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
