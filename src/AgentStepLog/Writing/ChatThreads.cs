using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace AgentStepLog.Writing;

/// <summary>
/// Stores chat histories so that a log grows with what is said and not with how often it is sent: a history that begins as an earlier
/// one did is that one, and what was added.
/// </summary>
internal sealed class ChatThreads(IBlobStore blobs)
{
    /// <summary>A shorter history stays in its line: a blob of its own takes as much of a disk.</summary>
    internal const int MinBytes = 4096;

    // A run with more histories than this side by side starts the oldest anew.
    private const int MaxKnown = 4096;

    private readonly ConcurrentDictionary<Digest, Digest> _known = [];
    private readonly ConcurrentQueue<Digest> _order = [];

    /// <summary>Stores a history of messages, or what it adds to the longest one known that it begins with.</summary>
    /// <param name="json">A value of the user's; a history is an array of objects.</param>
    /// <param name="hash">That of the blob which stands for it.</param>
    /// <param name="messages">How many it has.</param>
    /// <returns>False if it is no history, or too short, or could not be stored.</returns>
    internal bool TryStore(ReadOnlySpan<byte> json, Span<byte> hash, out int messages)
    {
        messages = 0;
        if (json.Length < MinBytes || json[0] != (byte)'[' || Messages(json) is not { Count: > 1 } items)
        {
            return false;
        }

        messages = items.Count;
        var states = States(json, items);
        var length = items.Count;
        var head = default(Digest);
        while (length > 0 && !_known.TryGetValue(states[length - 1], out head))
        {
            length--;
        }

        if (length == 0 && items[0].End.Value - items[0].Start.Value >= MinBytes)
        {
            // Many chats may begin with one long instruction.
            if (!Add(json[items[0]], default, states[0], out head))
            {
                return false;
            }

            length = 1;
        }

        if (length < items.Count && !Add(json[items[length].Start..items[^1].End], head, states[^1], out head))
        {
            return false;
        }

        MemoryMarshal.Write(hash, head);
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

    /// <summary>What stands for the history up to each of its messages.</summary>
    private static Digest[] States(ReadOnlySpan<byte> json, List<Range> items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var states = new Digest[items.Count];
        for (var i = 0; i < states.Length; i++)
        {
            if (i > 0)
            {
                hash.AppendData(MemoryMarshal.AsBytes(new ReadOnlySpan<Digest>(in states[i - 1])));
            }

            hash.AppendData(json[items[i]]);
            hash.GetHashAndReset(MemoryMarshal.AsBytes(new Span<Digest>(ref states[i])));
        }

        return states;
    }

    private bool Add(ReadOnlySpan<byte> messages, Digest prev, Digest state, out Digest head)
    {
        var blob = new JsonBuffer(messages.Length + 128);
        blob.Raw("{"u8);
        if (prev != default)
        {
            blob.Raw("\"prev\":\"sha256:"u8);
            Line.Hex(blob, MemoryMarshal.AsBytes(new ReadOnlySpan<Digest>(in prev)));
            blob.Raw("\","u8);
        }

        blob.Raw("\"add\":["u8);
        blob.Raw(messages);
        blob.Raw("]}"u8);

        head = default;
        var bytes = MemoryMarshal.AsBytes(new Span<Digest>(ref head));
        SHA256.HashData(blob.Written, bytes);
        if (!blobs.Store(blob.Written, bytes))
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

    /// <summary>A SHA-256, as a key.</summary>
    private readonly record struct Digest(ulong A, ulong B, ulong C, ulong D);
}
