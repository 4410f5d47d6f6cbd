using System.Buffers;
using System.Security.Cryptography;

namespace AgentStepLog;

/// <summary>Where the blobs of a log are, by hash. Never hands out content that does not have the hash.</summary>
internal sealed class BlobSource(Func<string, Stream?> open)
{
    private const string Prefix = "sha256:";
    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The blobs of a log file: <c>{run_id}.blobs</c> beside it. Opens by 64 hex digits; null when there is no such file.</summary>
    /// <exception cref="StepLogException">By the opener: the blob is there and cannot be read.</exception>
    public static Func<string, Stream?> InFolder(string logPath, string runId)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(logPath))!, runId + ".blobs");
        return hash =>
        {
            var path = Path.Combine(folder, hash);
            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StepLogException($"The blob {path} cannot be read: {e.Message}", e);
            }
        };
    }

    /// <summary>The 64 hex digits of <c>sha256:…</c>; false for anything else, so that a reference never names a path.</summary>
    public static bool TryParse(string? reference, out string hash)
    {
        hash = "";
        if (reference is not { Length: 71 } || !reference.StartsWith(Prefix, StringComparison.Ordinal)
            || reference.AsSpan(Prefix.Length).ContainsAnyExcept(s_hexDigits))
        {
            return false;
        }

        hash = reference[Prefix.Length..];
        return true;
    }

    /// <summary>The blob's content; null when it is gone, or is not what the hash says.</summary>
    public byte[]? Read(string reference)
    {
        if (!TryParse(reference, out var hash))
        {
            return null;
        }

        using var stream = open(hash);
        if (stream is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        return Convert.ToHexString(SHA256.HashData(bytes)).Equals(hash, StringComparison.OrdinalIgnoreCase) ? bytes : null;
    }

    /// <summary>The blobs of a chat history, from its first message on; null when one of them is gone or is not what it should be.</summary>
    /// <param name="reference">The last one, as <c>sha256:…</c>.</param>
    /// <param name="messages">How many messages all of them hold.</param>
    public List<ThreadBlob>? ReadThread(string reference, long messages)
    {
        var blobs = new List<ThreadBlob>();
        for (var next = reference; next is not null;)
        {
            if (Read(next) is not { } content || ThreadBlob.Parse(content) is not { } blob)
            {
                return null;
            }

            blobs.Add(blob);
            messages -= blob.Messages.Count;
            next = blob.Prev is null ? null : Prefix + blob.Prev;
        }

        blobs.Reverse();
        return messages == 0 ? blobs : null;
    }
}
