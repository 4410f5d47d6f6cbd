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
        var behind = new Stack<(string Hash, ThreadShape Shape)>();
        long total = 0;
        for (var hash = head; hash is not null && !_threads.TryGetValue(hash, out total);)
        {
            if (Read(hash) is not { } shape)
            {
                Remember(hash, total = Broken);
                break;
            }

            Good++;
            behind.Push((hash, shape));
            hash = shape.Prev;
        }

        while (behind.TryPop(out var next))
        {
            if (total != Broken && next.Shape.Count(total) is null)
            {
                IsAltered(next.Hash); // it leaves out what was never there
            }

            total = total == Broken ? Broken : next.Shape.Count(total) ?? Broken;
            Remember(next.Hash, total);
        }

        return total;
    }

    private ThreadShape? Read(string hash)
    {
        if (_content.Holds(hash, out var bytes, out var mayName) is not { } holds)
        {
            IsMissing(hash);
            return null;
        }

        if (!holds || _content.Read(hash, bytes) is not { } content || ThreadShape.Parse(content) is not { } shape || (mayName && !NamesWell(content)))
        {
            IsAltered(hash);
            return null;
        }

        return shape;
    }

    private void Remember(string hash, long messages)
    {
        if (_threads.Count < MaxRemembered)
        {
            _threads[hash] = messages;
        }
    }
}
