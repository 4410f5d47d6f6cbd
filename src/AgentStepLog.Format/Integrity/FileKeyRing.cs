using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentStepLog.Files;

namespace AgentStepLog.Integrity;

/// <summary>
/// Keys in a file, <c>{"v":1,"keys":{"subject":"base64"}}</c>. Each use reads the file again. Each change writes a new file first and then replaces the old one,
/// under the lock of a second file. So processes may share the ring, and a crash leaves the old file or the new one.
/// </summary>
internal sealed class FileKeyRing : KeyRing
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The maximum size of the file, which each use reads as a whole: 780,000 keys of runs, fewer where subjects have long names.</summary>
    internal const int MaxBytes = 64 * 1024 * 1024;

    // Subjects are written unescaped, so that the file never grows when a key is erased.
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private static readonly StringComparison s_paths = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string _path;

    private readonly TimeSpan _patience;

    private readonly int _maxBytes;

    private FileKeyRing(string path, TimeSpan? patience, int maxBytes) => (_path, _patience, _maxBytes) = (Target(Path.GetFullPath(path)), patience ?? s_patience, maxBytes);

    // The file appears as a whole, so that another process never opens a part of it. If several create it at once, the first one wins.
    internal static FileKeyRing Create(string path, TimeSpan? patience = null)
    {
        var ring = new FileKeyRing(path, patience, MaxBytes);
        ring.Guarded("made", () =>
        {
            using var gate = ring.Lock();
            if (Path.Exists(ring._path))
            {
                throw new KeyFileException(StepLogErrorReason.AlreadyExists, "There is a file of that name, and keys are never written over: open it (KeyRing.Open), or choose another name.");
            }

            ring.Write([]);
            return true;
        });
        return ring;
    }

    internal static FileKeyRing Open(string path, TimeSpan? patience = null, int maxBytes = MaxBytes)
    {
        var ring = new FileKeyRing(path, patience, maxBytes);
        ring.Guarded("opened", ring.Read);
        return ring;
    }

    public override bool Erase(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        subject = WellFormed(subject);
        return Locked(keys => keys.Remove(subject) ? (true, true) : (false, false));
    }

    // Compares paths only. Links are not followed, since their targets may change while the log is written.
    internal override void RefuseBeside(string directory)
    {
        var folder = Path.GetDirectoryName(_path)!;
        var logs = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (IsSame(folder, logs) || ((folder.EndsWith(RunFileName.Blobs, s_paths) || string.Equals(Path.GetFileName(folder), SharedDocument.Folder, s_paths)) && IsSame(Path.GetDirectoryName(folder), logs)))
        {
            throw new StepLogException(
                StepLogErrorReason.Refused, $"The key ring \"{_path}\" lies where the step log is to be written, in \"{logs}\": each reader and each copy of the logs would have the keys, too. "
                + "Move its file to a folder of its own, which is not kept with the logs, and open it there (KeyRing.Open).");
        }

        static bool IsSame(string? one, string other) => string.Equals(one, other, s_paths);
    }

    protected override bool TryDerive(string subject, string runId, bool create, Span<byte> key)
    {
        subject = WellFormed(subject);
        var keys = Guarded("read", Read);
        if (!keys.TryGetValue(subject, out var secret))
        {
            if (!create)
            {
                return false;
            }

            secret = Locked(current =>
            {
                var isNew = !current.TryGetValue(subject, out var theirs);
                return (current[subject] = theirs ?? RandomNumberGenerator.GetBytes(Commitments.KeyBytes), isNew);
            });
        }

        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: [], info: Encoding.UTF8.GetBytes("agentsteplog/v1/commit/" + runId));
        return true;
    }

    // A subject may come from a request and contain half a surrogate pair, which JSON cannot hold.
    private static string WellFormed(string subject) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(subject));

    private T Locked<T>(Func<Dictionary<string, byte[]>, (T Result, bool Changed)> change) => Guarded("written", () =>
    {
        using var gate = Lock();
        var keys = Read();
        var (result, changed) = change(keys);
        if (changed)
        {
            Write(keys);
        }

        return result;
    });

    private FileStream Lock()
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (TimeProvider.System.GetElapsedTime(started) >= _patience)
                {
                    throw new IOException($"Another process has had {_path}.lock for {_patience.TotalSeconds:0.#} s. {e.Message}", e);
                }

                Thread.Sleep(10);
            }
        }
    }

    private Dictionary<string, byte[]> Read()
    {
        using var document = JsonDocument.Parse(Content());
        return document.RootElement.GetProperty("v").GetInt32() == 1
            ? document.RootElement.GetProperty("keys").EnumerateObject().ToDictionary(key => key.Name, key => Key(key.Value), StringComparer.Ordinal)
            : throw Flawed(StepLogErrorReason.UnsupportedVersion, "It is of a later version.");
    }

    private byte[] Content()
    {
        using var file = RegularFile.Open(_path);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & ~OwnerOnly) != 0)
        {
            throw new UnauthorizedAccessException($"Others than its owner may use it. Take that from them: chmod 600 \"{_path}\".");
        }

        if (file.Length > _maxBytes)
        {
            throw Flawed(StepLogErrorReason.TooLarge, string.Create(CultureInfo.InvariantCulture, $"It has {file.Length} bytes, and a ring of keys has at most {_maxBytes}."));
        }

        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    // A key that is too short could be guessed.
    private static byte[] Key(JsonElement value) => value.GetBytesFromBase64() is { Length: Commitments.KeyBytes } key ? key
        : throw Flawed(StepLogErrorReason.Damaged, "It holds a key that is no key.");

    private void Write(Dictionary<string, byte[]> keys)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, s_json))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteStartObject("keys");
            foreach (var (subject, key) in keys)
            {
                json.WriteBase64String(subject, key);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (content.Length > _maxBytes)
        {
            throw new KeyFileException(StepLogErrorReason.TooLarge, string.Create(CultureInfo.InvariantCulture, $"With one more key it would have {content.Length} bytes, and a ring of keys has at most {_maxBytes}. ")
                + "The keys that it holds are as they were. Erase those that are needed no more (Erase; retention with KeyRing erases those that runs had of their own), "
                + "use another ring from now on (KeyRing.Create), or make no commitments in runs that name no subject (WhenNoSubject).");
        }

        var written = _path + ".new";
        File.Delete(written); // left by a crash
        using (var file = New(written))
        {
            content.WriteTo(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(written, _path, overwrite: true);
        DiskFiles.Instance.SyncDirectory(Path.GetDirectoryName(_path)!); // otherwise a loss of power could bring an erased key back
    }

    // Follows a link, so that an erasure changes the file that has the key, and does not replace the link.
    private static string Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return path; // opening the file reports the reason
        }
    }

    private static FileStream New(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new(path, options);
    }

    private T Guarded<T>(string what, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or KeyFileException)
        {
            throw new StepLogException(ReasonOf(e), $"The key ring \"{_path}\" cannot be {what}. {Explain(e)}", e);
        }
    }

    private static KeyFileException Flawed(StepLogErrorReason reason, string what) => new(reason, $"{what} Bring back its copy, or start without a ring.");

    private static StepLogErrorReason ReasonOf(Exception exception) => exception switch
    {
        KeyFileException e => e.Reason,
        IOException or UnauthorizedAccessException => FileTrouble.ReasonOf(exception),
        _ => StepLogErrorReason.Damaged,
    };

    private static string Explain(Exception exception) => exception switch
    {
        IrregularFileException irregular => $"It {irregular.What}.",
        FileNotFoundException => "There is no such file. KeyRing.Create makes the first one; one that is gone cannot be made again: bring back its copy, or start without a ring.",
        KeyFileException or IOException or UnauthorizedAccessException => exception.Message,
        _ => "It is no key ring, or a damaged one. Bring back its copy, or start without a ring.", // the exception's own message may name a subject
    };
}
