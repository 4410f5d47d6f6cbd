using System.Buffers;
using System.Security.Cryptography;
using AgentStepLog.Files;
using AgentStepLog.Hashing;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>Reads the blobs of a log, by hash.</summary>
internal sealed class BlobSource(Func<string, Stream?> open, StepLogReadOptions? limits = null) : BlobReader(limits)
{
    /// <summary>
    /// Opens the blobs of a log file, which are in <c>{run_id}.blobs</c> beside it, and its shared documents in <c>manifests</c>. It takes 64 hex digits and returns
    /// null when there is no such file.
    /// </summary>
    /// <exception cref="StepLogException">Thrown by the returned function: the blob is there and cannot be read.</exception>
    /// <exception cref="IrregularFileException">Thrown by the returned function: the blob is no regular file.</exception>
    public static Func<string, Stream?> InFolder(string logPath, string runId)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(logPath))!;
        var folder = Path.Combine(directory, runId + RunFileName.Blobs);
        var shared = SharedDocument.FolderIn(directory);
        var isLink = new Lazy<bool>(() => SharedDocument.IsLink(folder) || SharedDocument.IsLink(shared));
        return hash => isLink.Value
            ? throw new IrregularFileException(Path.Combine(folder, hash), "would lie in a folder that is a link, or beside one: blobs and shared documents lie in the log's own directory")
            : Open(Path.Combine(folder, hash)) ?? Open(SharedDocument.PathIn(directory, hash));
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return RegularFile.OpenIfThere(path);
        }
        catch (IrregularFileException e) when (e.IsGone)
        {
            return null;
        }
        catch (Exception e) when (e is not IrregularFileException && e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(StepLogErrorReason.Inaccessible, $"The blob {path} cannot be read: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public override byte[]? Read(string reference, ExpansionBudget budget)
    {
        if (!HashName.TryParse(reference, out var hash))
        {
            return null;
        }

        using var stream = OpenNamed(hash);
        if (stream is null)
        {
            return null;
        }

        budget.Take(ExpansionBudget.PerBlob);
        var bytes = Content(stream, budget);
        return Convert.ToHexString(SHA256.HashData(bytes)).Equals(hash, StringComparison.OrdinalIgnoreCase) ? bytes : null;
    }

    private Stream? OpenNamed(string hash)
    {
        try
        {
            return open(hash);
        }
        catch (IrregularFileException)
        {
            return null; // the reference stays, and the verifier reports the irregular file
        }
    }

    private static byte[] Content(Stream stream, ExpansionBudget budget)
    {
        // The stated length of the stream may be outdated, so the bytes that are read count.
        using var content = new MemoryStream(stream.CanSeek ? (int)Math.Clamp(stream.Length, 0, Math.Min(budget.Left, Array.MaxLength)) : 0);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                budget.Take(read);
                content.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }

    /// <inheritdoc/>
    public override List<ReadOnlyMemory<byte>>? ReadThread(string reference, long count, ExpansionBudget budget)
    {
        var blobs = new Stack<ThreadBlob>();
        for (var next = reference; next is not null;)
        {
            if (Read(next, budget) is not { } content || ThreadBlob.Parse(content, budget) is not { } blob)
            {
                return null;
            }

            blobs.Push(blob);
            next = blob.Prev is null ? null : HashName.Prefix + blob.Prev;
        }

        var messages = new List<ReadOnlyMemory<byte>>();
        foreach (var blob in blobs)
        {
            if (blob.Count(messages.Count) is null)
            {
                return null;
            }

            // Inserting and removing moves the messages behind. Each is counted as a quarter of a byte.
            budget.Take((messages.Count - blob.Keep) / 4);
            messages.RemoveRange(blob.Keep, blob.Drop);
            messages.InsertRange(blob.Keep, blob.Put.Select(message => new ReadOnlyMemory<byte>(blob.Content)[message]));
            messages.AddRange(blob.Add.Select(message => new ReadOnlyMemory<byte>(blob.Content)[message]));
        }

        return messages.Count == count ? messages : null;
    }
}
