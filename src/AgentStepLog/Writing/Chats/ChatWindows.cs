using AgentStepLog.Hashing;

namespace AgentStepLog.Writing;

/// <summary>
/// The latest histories by their last messages: a chat that lost its oldest ones, or had them told in fewer words, still holds what was its end when
/// it was sent before.
/// </summary>
internal sealed class ChatWindows
{
    // 512 KiB of hashes, about what the known beginnings take: 400 turns of a window of 40 messages.
    private const int MaxMessages = 16_384;

    private readonly object _lock = new();

    // By the last two: many histories end with "go on".
    private readonly Dictionary<(Digest, Digest), Stored> _byEnd = [];
    private readonly Queue<Stored> _order = [];
    private int _messages;

    /// <summary>Keeps a history to find others that go on from it.</summary>
    /// <param name="messages">The hash of each of its messages, at least two; must not change.</param>
    /// <param name="head">Where it is stored.</param>
    internal void Add(Digest[] messages, ChatHead head)
    {
        if (messages.Length > MaxMessages)
        {
            return;
        }

        var stored = new Stored(messages, head);
        using (Gate.Hold(_lock))
        {
            _byEnd[End(messages, messages.Length)] = stored;
            _order.Enqueue(stored);
            _messages += messages.Length;
            while (_messages > MaxMessages)
            {
                var oldest = _order.Dequeue();
                _messages -= oldest.Messages.Length;
                var end = End(oldest.Messages, oldest.Messages.Length);
                if (_byEnd.TryGetValue(end, out var latest) && ReferenceEquals(latest, oldest))
                {
                    _byEnd.Remove(end);
                }
            }
        }
    }

    /// <summary>Of the stored histories whose ends this one holds, the one that has most of it; null if there is none.</summary>
    /// <param name="messages">The hash of each of its messages, at least two.</param>
    internal ChatWindow? Find(Digest[] messages)
    {
        ChatWindow? best = null;
        using (Gate.Hold(_lock))
        {
            for (var end = messages.Length; end > 1 && !(best?.Shared >= end); end--)
            {
                if (_byEnd.TryGetValue(End(messages, end), out var stored) && Fit(messages, end, stored) is var found && !(best?.Shared >= found.Shared))
                {
                    best = found;
                }
            }
        }

        return best;
    }

    private static (Digest, Digest) End(Digest[] messages, int end) => (messages[end - 2], messages[end - 1]);

    // Both hold the same messages from some place on up to the stored one's end, and perhaps at their beginnings.
    private static ChatWindow Fit(Digest[] messages, int end, Stored stored)
    {
        var (here, there) = (end, stored.Messages.Length);
        while (here > 0 && there > 0 && messages[here - 1] == stored.Messages[there - 1])
        {
            (here, there) = (here - 1, there - 1);
        }

        var keep = messages.AsSpan(0, here).CommonPrefixLength(stored.Messages.AsSpan(0, there));
        return new ChatWindow(stored.Head, keep, there - keep, keep..here, end);
    }

    private sealed record Stored(Digest[] Messages, ChatHead Head);
}
