using System.Diagnostics;

namespace AgentStepLog.FaultTests.FullDisk;

/// <summary>A file system in memory of two megabytes, mounted where only the administrator may.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Filler = "filler";

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Mounts one; skips the test where that cannot be.</summary>
    public static SmallDisk Mount()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A small tmpfs can be mounted on Linux only.");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "To mount a small tmpfs takes root.");
        var path = Directory.CreateTempSubdirectory("steplog-full-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", path) is { } failure)
        {
            Directory.Delete(path);
            Assert.Skip("This machine mounts no tmpfs: " + failure);
        }

        return new(path);
    }

    /// <summary>Takes a part of the room away.</summary>
    public void Fill(int bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, Filler), new byte[bytes]);

    /// <summary>Gives it back.</summary>
    public void MakeRoom() => File.Delete(System.IO.Path.Combine(Path, Filler));

    public void Dispose()
    {
        Assert.Null(Run("umount", "-l", Path));
        Directory.Delete(Path);
    }

    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
