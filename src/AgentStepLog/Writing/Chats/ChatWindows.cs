using AgentStepLog.Hashing;

namespace AgentStepLog.Writing;

/// <summary>
/// Finds earlier histories by their last messages. A chat that lost its oldest messages, or had them summarized, still has the messages that ended it when it was last
/// sent.
/// </summary>
internal sealed class ChatWindows
{
    // 512 KiB of hashes, about as much as the known beginnings take. It is enough for 400 turns of a window of 40 messages.
    private const int MaxMessages = 16_384;

    private readonly object _lock = new();

    // The key is the last two messages, because many histories end with the same one, such as "go on".
    private readonly Dictionary<(Digest, Digest), Stored> _byEnd = [];
    private readonly Queue<Stored> _order = [];
    private int _messages;

    /// <summary>Remembers a history, so that later ones that continue it can be found.</summary>
    /// <param name="messages">The hash of each message, at least two. The array must not change afterwards.</param>
    /// <param name="head">The place where the history is stored.</param>
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

    /// <summary>Finds the stored history that shares the most messages with this one, among those whose end this one contains; null if there is none.</summary>
    /// <param name="messages">The hash of each message, at least two.</param>
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

    // The two histories share their messages up to the end of the stored one, and perhaps at their beginnings.
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
