using AgentStepLog.Hashing;
using AgentStepLog.Reading;

namespace AgentStepLog.Integrity;

internal sealed partial class BlobCheck
{
    private void Compare(BlobReference reference, long messages)
    {
        if (messages != BlobFacts.Broken && reference.Messages != messages)
        {
            IsAltered(reference.Name); // the history has another number of messages than the line states
        }
    }

    // Each blob is read once, even if it is part of many histories.
    private long MessagesUpTo(BlobHash head)
    {
        var behind = new Stack<(BlobHash Hash, ThreadShape Shape)>();
        (BlobHash Hash, ThreadShape Shape)? deepest = null;
        long total = 0;
        for (BlobHash? next = head; next is { } hash;)
        {
            if (Look(hash).Messages is { } known)
            {
                total = known;
                break;
            }

            if (Read(hash) is not ({ } shape, var prev))
            {
                _known.Of(hash).Messages = total = BlobFacts.Broken;
                break;
            }

            IsGood(hash);
            if (behind.Count < remembered)
            {
                behind.Push((hash, shape));
            }
            else
            {
                // The limit of remembered blobs is reached, so the further ones are combined into one.
                deepest = deepest is var (first, after) ? (first, after.Behind(shape)) : (hash, shape);
            }

            next = prev;
        }

        if (deepest is { } last)
        {
            behind.Push(last);
        }

        while (behind.TryPop(out var next))
        {
            if (total != BlobFacts.Broken && next.Shape.Count(total) is null)
            {
                IsAltered(next.Hash); // it leaves out more messages than there were
            }

            total = total == BlobFacts.Broken ? total : next.Shape.Count(total) ?? BlobFacts.Broken;
            _known.Of(next.Hash).Messages = total;
        }

        return total;
    }

    private (ThreadShape Shape, BlobHash? Prev)? Read(BlobHash hash)
    {
        var facts = Look(hash);
        if (facts.Holds is null)
        {
            IsMissing(hash);
            return null;
        }

        if (facts.Holds == false || _content.Read(hash, facts.Bytes) is not { } content || ThreadShape.Parse(content.Span, out var prev) is not { } shape
            || (facts.MayName && !NamesWell(content.Span)))
        {
            IsAltered(hash);
            return null;
        }

        return (shape, prev);
    }
}
