using System.Security.Cryptography;

namespace AgentStepLog;

internal sealed partial class BlobCheck
{
    private const long Broken = -1;

    // By the hash of a blob, how many messages it and those before it hold: each is read once, however many histories it is part of.
    private readonly Dictionary<string, long> _threads = new(StringComparer.Ordinal);

    private void CheckThread(BlobReference reference)
    {
        var messages = MessagesUpTo(reference.Hash);
        if (messages != Broken && reference.Messages != messages)
        {
            IsAltered(reference.Hash); // what it says is not what the line says
        }
    }

    private long MessagesUpTo(string head)
    {
        var behind = new Stack<(string Hash, ThreadBlob Blob)>();
        long total = 0;
        for (var hash = head; hash is not null && !_threads.TryGetValue(hash, out total);)
        {
            if (Read(hash) is not { } blob)
            {
                Remember(hash, total = Broken);
                break;
            }

            Good++;
            behind.Push((hash, blob with { Content = [] })); // a long history is not held as a whole
            hash = blob.Prev;
        }

        while (behind.TryPop(out var next))
        {
            if (total != Broken && next.Blob.Count(total) is null)
            {
                IsAltered(next.Hash); // it leaves out what was never there
            }

            total = total == Broken ? Broken : next.Blob.Count(total) ?? Broken;
            Remember(next.Hash, total);
        }

        return total;
    }

    private ThreadBlob? Read(string hash)
    {
        using var stream = open?.Invoke(hash);
        if (stream is null)
        {
            IsMissing(hash);
            return null;
        }

        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        var isWhatItSays = Convert.ToHexString(SHA256.HashData(bytes)).Equals(hash, StringComparison.OrdinalIgnoreCase);
        if (!isWhatItSays || ThreadBlob.Parse(bytes) is not { } blob)
        {
            IsAltered(hash);
            return null;
        }

        return blob;
    }

    private void Remember(string hash, long messages)
    {
        if (_threads.Count < MaxRemembered)
        {
            _threads[hash] = messages;
        }
    }
}
