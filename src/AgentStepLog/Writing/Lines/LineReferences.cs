using System.Security.Cryptography;
using AgentStepLog.Hashing;
using AgentStepLog.Json;

namespace AgentStepLog.Writing;

/// <summary>Stores values as blobs beside a line, and writes the references to them into the line.</summary>
internal sealed class LineReferences
{
    private IBlobStore _blobs = null!;
    private JsonBuffer? _reference; // made for the first blob; the next line of the thread reuses it

    /// <summary>Whether a value could not be stored, so that the line has only its hash.</summary>
    internal bool HasLostValue { get; private set; }

    internal void Begin(IBlobStore blobs) => (_blobs, HasLostValue) = (blobs, false);

    internal void Clear() => _blobs = null!;

    /// <summary>Moves values out of the line: first those that become blobs whatever the line's length, then the largest, until the line is short enough.</summary>
    internal void Fit(JsonBuffer line, LineValues values, int inlineLimit)
    {
        // From the end, so that each replacement moves only the bytes after it.
        for (var i = values.Count - 1; i >= 0; i--)
        {
            var value = values[i];
            if (value.Form == LineValueForm.History && Thread(values.JsonOf(value), Empty()))
            {
                values.Replace(i, _reference!);
            }
            else if (value.Form is LineValueForm.Hash or LineValueForm.Blob || (value.Form != LineValueForm.Label && value.Length > inlineLimit))
            {
                values.Replace(i, Of(values.JsonOf(value), value.Form));
            }
        }

        while (line.Length + LineLimits.Tail > LineLimits.MaxLine && values.NextToSpill() is >= 0 and var index)
        {
            values.Replace(index, Of(values.JsonOf(values[index]), values[index].Form));
        }
    }

    /// <summary>Stores a value as a blob, and writes its reference.</summary>
    internal void Write(ReadOnlySpan<byte> value, LineValueForm form, JsonBuffer destination)
    {
        if (form == LineValueForm.Hash)
        {
            Hashed(value, destination);
        }
        else if (form != LineValueForm.History || !Thread(value, destination))
        {
            Spill(value, destination);
        }
    }

    /// <summary>Stores a document that lines of other runs name as well.</summary>
    internal bool TryShare(ReadOnlySpan<byte> document, Span<byte> hash)
    {
        SHA256.HashData(document, hash);
        var isStored = _blobs.StoreShared(document, hash);
        HasLostValue |= !isStored;
        return isStored;
    }

    private JsonBuffer Of(ReadOnlySpan<byte> value, LineValueForm form)
    {
        var reference = Empty();
        Write(value, form == LineValueForm.Hash ? form : LineValueForm.Value, reference);
        return reference;
    }

    private JsonBuffer Empty()
    {
        _reference ??= new();
        _reference.Reset();
        return _reference;
    }

    private bool Thread(ReadOnlySpan<byte> value, JsonBuffer destination)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (value.Length < ChatThreads.MinBytes || !_blobs.Threads.TryStore(value, hash, out var messages))
        {
            return false;
        }

        destination.Raw("{\"$thread\":\"sha256:"u8);
        destination.Hex(hash);
        destination.Raw("\",\"messages\":"u8);
        destination.Number(messages);
        destination.Byte((byte)'}');
        return true;
    }

    private void Spill(ReadOnlySpan<byte> value, JsonBuffer destination)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(value, hash);
        if (!_blobs.Store(value, hash))
        {
            // The blob could not be stored. The step still gets the value's hash, and is not lost.
            HasLostValue = true;
            Hashed(value, destination);
            return;
        }

        destination.Raw("{\"$blob\":\"sha256:"u8);
        destination.Hex(hash);
        destination.Raw("\",\"bytes\":"u8);
        destination.Number(value.Length);
        destination.Raw(",\"media_type\":\"application/json\",\"preview\":\""u8);
        Preview(value, destination);
        destination.Raw("\"}"u8);
    }

    private static void Hashed(ReadOnlySpan<byte> value, JsonBuffer destination)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        LeafHash.Compute(value, hash);
        destination.Raw("{\"$hash\":\"sha256:"u8);
        destination.Hex(hash);
        destination.Raw("\",\"bytes\":"u8);
        destination.Number(value.Length);
        destination.Byte((byte)'}');
    }

    private static void Preview(ReadOnlySpan<byte> value, JsonBuffer destination)
    {
        if (value[0] == (byte)'"')
        {
            destination.Raw(JsonStringStart.Of(value[1..^1], LineLimits.Preview));
            return;
        }

        Span<char> chars = stackalloc char[LineLimits.Preview];
        System.Text.Unicode.Utf8.ToUtf16(value, chars, out _, out var written);
        destination.Text(chars[..written]);
    }
}
