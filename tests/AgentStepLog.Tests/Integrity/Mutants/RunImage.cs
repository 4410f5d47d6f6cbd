using System.Net.Sockets;
using System.Runtime.InteropServices;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity.Mutants;

/// <summary>What a directory holds, as a value: it is changed in memory and then written out.</summary>
internal sealed class RunImage
{
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Names under which no file lies, but something else.</summary>
    public SortedDictionary<string, SpecialFile> Specials { get; } = new(StringComparer.Ordinal);

    public RunImage Copy()
    {
        var copy = new RunImage();
        foreach (var (name, content) in Files)
        {
            copy.Files[name] = content;
        }

        return copy;
    }

    /// <summary>Puts something else in the place of a file.</summary>
    public void Replace(string name, SpecialFile by)
    {
        Files.Remove(name);
        Specials[name] = by;
    }

    public void WriteTo(string directory)
    {
        foreach (var (name, content) in Files)
        {
            File.WriteAllBytes(Made(directory, name), content);
        }

        foreach (var (name, special) in Specials)
        {
            Make(special, Made(directory, name));
        }
    }

    /// <summary>The same files, and the same bytes in them, but for a lock.</summary>
    public bool IsIn(TempDirectory directory)
    {
        var there = Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(directory.Path, path)).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal) && !Specials.ContainsKey(name));
        return Files.Keys.Order(StringComparer.Ordinal).SequenceEqual(there.Order(StringComparer.Ordinal))
            && Files.All(file => File.ReadAllBytes(directory.In(file.Key)).AsSpan().SequenceEqual(file.Value));
    }

    private static string Made(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private static void Make(SpecialFile special, string path)
    {
        switch (special)
        {
            case SpecialFile.Directory:
                Directory.CreateDirectory(path);
                break;
            case SpecialFile.Fifo:
                Assert.Equal(0, MakeFifo(path, 0x180));
                break;
            case SpecialFile.Socket:
                Listen(path);
                break;
            case SpecialFile.LinkToDevice:
                File.CreateSymbolicLink(path, "/dev/zero");
                break;
            case SpecialFile.LinkOutside:
                File.CreateSymbolicLink(path, typeof(RunImage).Assembly.Location);
                break;
            case SpecialFile.LinkToNothing:
                File.CreateSymbolicLink(path, "not there");
                break;
            case SpecialFile.LinkToItself:
                File.CreateSymbolicLink(path, path);
                break;
        }
    }

    // A socket's name in a directory stays when nobody listens any more. It has at most 100 bytes or so, and is taken where it is short.
    private static void Listen(string path)
    {
        var name = Path.Combine(Path.GetDirectoryName(path)!, "s");
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(name));
            File.Move(name, path);
        }
    }

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakeFifo([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
