using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using AgentStepLog.Hashing;
using AgentStepLog.Json;
using AgentStepLog.Reading;

namespace AgentStepLog.Writing;

/// <summary>
/// Stores chat histories, so that a log grows with new messages and not with how often old ones are sent. A history that begins with a stored one is stored as that one
/// and the added messages. A history that lost its oldest messages, or has others in their place, is stored as the old one without them.
/// </summary>
internal sealed class ChatThreads(IBlobStore blobs)
{
    /// <summary>The fewest bytes of a history that is stored as blobs. A shorter one stays in its line, because a blob of its own takes as much disk space.</summary>
    internal const int MinBytes = 4096;

    // The most histories that are remembered. If a run has more side by side, the oldest are stored in full again.
    private const int MaxKnown = 4096;

    // A reader of a history also reads its left-out messages. They may be at most so many times the messages that it has.
    private const int MaxLeftOut = 4;

    private readonly ConcurrentDictionary<Digest, ChatHead> _known = [];
    private readonly ConcurrentQueue<Digest> _order = [];
    private readonly ChatWindows _windows = new();

    /// <summary>Stores a history of messages, or only its new part if it continues a stored one.</summary>
    /// <param name="json">A recorded value. It is a history if it is an array of objects.</param>
    /// <param name="hash">Receives the hash of the last blob of the history.</param>
    /// <param name="messages">How many messages the history has.</param>
    /// <returns>False if the value is no history, is too short, or could not be stored.</returns>
    internal bool TryStore(ReadOnlySpan<byte> json, Span<byte> hash, out int messages)
    {
        messages = 0;
        if (json.Length < MinBytes || json[0] != (byte)'[' || Messages(json) is not { Count: > 1 } items)
        {
            return false;
        }

        messages = items.Count;
        var digests = Digests(json, items);
        var states = States(digests);
        var length = items.Count;
        var head = default(ChatHead);
        while (length > 0 && !_known.TryGetValue(states[length - 1], out head))
        {
            length--;
        }

        var cut = default(ChatWindow);
        if (length < items.Count && _windows.Find(digests) is { } window && window.Shared > length
            && window.Of.LeftOut + window.Drop <= MaxLeftOut * (long)items.Count)
        {
            (cut, head, length) = (window, window.Of, window.End);
        }
        else if (length == 0 && items[0].End.Value - items[0].Start.Value >= MinBytes)
        {
            // The first message gets a blob of its own, because many chats may begin with the same long instruction.
            if (!Add(json, items, 0..1, default, default, states[0], out head))
            {
                return false;
            }

            length = 1;
        }

        if (length < items.Count || cut.IsCut)
        {
            if (!Add(json, items, length..items.Count, head, cut, states[^1], out head))
            {
                return false;
            }

            _windows.Add(digests, head);
        }

        MemoryMarshal.Write(hash, head.Blob);
        return true;
    }

    private static List<Range>? Messages(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, LogJson.Line);
        reader.Read();
        var items = ThreadBlob.Items(ref reader);
        foreach (var item in items)
        {
            if (json[item.Start] != (byte)'{')
            {
                return null;
            }
        }

        return items;
    }

    private static Digest[] Digests(ReadOnlySpan<byte> json, List<Range> items)
    {
        var digests = new Digest[items.Count];
        for (var i = 0; i < digests.Length; i++)
        {
            SHA256.HashData(json[items[i]], digests[i].Bytes());
        }

        return digests;
    }

    /// <summary>For each message, a digest of the history up to it.</summary>
    private static Digest[] States(Digest[] digests)
    {
        var states = new Digest[digests.Length];
        states[0] = digests[0];
        Span<Digest> both = stackalloc Digest[2];
        for (var i = 1; i < states.Length; i++)
        {
            (both[0], both[1]) = (states[i - 1], digests[i]);
            SHA256.HashData(MemoryMarshal.AsBytes(both), states[i].Bytes());
        }

        return states;
    }

    private bool Add(ReadOnlySpan<byte> json, List<Range> items, Range add, in ChatHead prev, in ChatWindow cut, Digest state, out ChatHead head)
    {
        var blob = new JsonBuffer(160);
        blob.Raw("{"u8);
        if (prev.Blob != default)
        {
            blob.Raw("\"prev\":\"sha256:"u8);
            var last = prev.Blob;
            blob.Hex(last.Bytes());
            blob.Raw("\","u8);
        }

        if (cut.IsCut)
        {
            blob.Raw("\"keep\":"u8);
            blob.Number(cut.Keep);
            blob.Raw(",\"drop\":"u8);
            blob.Number(cut.Drop);
            blob.Raw(",\"put\":["u8);
            blob.Raw(Of(json, items, cut.Put));
            blob.Raw("],"u8);
        }

        blob.Raw("\"add\":["u8);
        blob.Raw(Of(json, items, add));
        blob.Raw("]}"u8);

        var hash = default(Digest);
        SHA256.HashData(blob.Written, hash.Bytes());
        head = new(hash, prev.LeftOut + cut.Drop);
        if (!blobs.Store(blob.Written, hash.Bytes()))
        {
            return false;
        }

        if (_known.TryAdd(state, head))
        {
            _order.Enqueue(state);
            if (_order.Count > MaxKnown && _order.TryDequeue(out var oldest))
            {
                _known.TryRemove(oldest, out _);
            }
        }

        return true;
    }

    // The messages of a history have only commas between them.
    private static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json, List<Range> items, Range some) =>
        some.Start.Value == some.End.Value ? default : json[items[some.Start].Start..items[some.End.Value - 1].End];
}
