using System.Security.Cryptography;
using AgentStepLog.Hashing;
using AgentStepLog.Json;

namespace AgentStepLog.Writing;

internal sealed partial class Line
{
    // A reference with its preview takes this much at most, so a smaller value gains nothing by leaving.
    private const int WorthSpilling = 2 * 1024;

    // And this much as a rule.
    private const int UsualReference = 512;

    private JsonBuffer? _reference;
    private bool _isFit;

    /// <summary>
    /// Completes the line: withholds what is secret, puts hashes in the place of what is known by its hash, and lets values leave that are
    /// too large, the largest until the line is no longer than a line may be. All that a line or a blob ever holds has come through here.
    /// </summary>
    internal void Fit()
    {
        if (_tellsResumption)
        {
            Flag("resumed"u8, true);
        }

        Withhold();
        // From the end, so that each moves only what stays behind it.
        for (var i = _values.Count - 1; i >= 0; i--)
        {
            var value = _values[i];
            if (value.Form == LineValueForm.History && ThreadOf(value) is { } thread)
            {
                Replace(i, thread);
            }
            else if (value.Form is LineValueForm.Hash or LineValueForm.Blob || (value.Form != LineValueForm.Label && value.Length > _inlineLimit))
            {
                Replace(i, Reference(value));
            }
        }

        while (_json.Length + LineFormat.Tail > LineFormat.MaxLine && NextToSpill() is >= 0 and var index)
        {
            Replace(index, Reference(_values[index]));
        }

        _isFit = true;
    }

    /// <summary>Completes a line that is not complete yet: each is, before it is written.</summary>
    internal void EnsureFit()
    {
        if (!_isFit)
        {
            Fit();
        }
    }

    private static void Hashed(JsonBuffer json, ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        LeafHash.Compute(value, hash);
        json.Raw("{\"$hash\":\"sha256:"u8);
        json.Hex(hash);
        json.Raw("\",\"bytes\":"u8);
        json.Number(value.Length);
        json.Byte((byte)'}');
    }

    // The largest of the single values, as long as they can make the line short enough; else what holds them, all at once.
    private int NextToSpill()
    {
        var largest = -1;
        var parent = -1;
        var shortest = _json.Length + LineFormat.Tail;
        for (var i = 0; i < _values.Count; i++)
        {
            var value = _values[i];
            if (value.Length <= WorthSpilling)
            {
                continue;
            }

            if (IsParent(i))
            {
                parent = i;
                continue;
            }

            shortest -= value.Length - UsualReference;
            largest = largest < 0 || value.Length > _values[largest].Length ? i : largest;
        }

        return parent >= 0 && (largest < 0 || shortest > LineFormat.MaxLine) ? parent : largest;
    }

    private bool IsParent(int index) => index + 1 < _values.Count && _values[index + 1].Parent == index;

    private void Replace(int index, JsonBuffer reference)
    {
        var old = _values[index];
        _json.Replace(old.Start, old.Length, reference.Written);

        var shift = reference.Length - old.Length;
        if (IsParent(index))
        {
            _values.RemoveAll(v => v.Parent == index);
        }

        for (var i = 0; i < _values.Count; i++)
        {
            var value = _values[i];
            _values[i] = i == index ? old with { Length = reference.Length, Form = LineValueForm.Label }
                : i == old.Parent ? value with { Length = value.Length + shift }
                : value.Start > old.Start ? value with { Start = value.Start + shift }
                : value;
        }
    }

    // The line's own, since a line that has one reference has more, and its thread the next line.
    private JsonBuffer NewReference()
    {
        _reference ??= new();
        _reference.Reset();
        return _reference;
    }

    private JsonBuffer? ThreadOf(LineValue value)
    {
        if (value.Length < ChatThreads.MinBytes)
        {
            return null;
        }

        var reference = NewReference();
        return Thread(_json.Slice(value.Start, value.Length), reference) ? reference : null;
    }

    private bool Thread(ReadOnlySpan<byte> value, JsonBuffer destination)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (!_blobs.Threads.TryStore(value, hash, out var messages))
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

    private JsonBuffer Reference(LineValue value)
    {
        var reference = NewReference();
        var json = _json.Slice(value.Start, value.Length);
        if (value.Form == LineValueForm.Hash)
        {
            Hashed(reference, json);
        }
        else
        {
            Spill(json, reference);
        }

        return reference;
    }

    private void Spill(ReadOnlySpan<byte> value, JsonBuffer destination)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(value, hash);
        if (!_blobs.Store(value, hash))
        {
            // Better a step whose value is known by its hash only than no step.
            HasLostValue = true;
            Hashed(destination, value);
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

    private static void Preview(ReadOnlySpan<byte> value, JsonBuffer destination)
    {
        if (value[0] == (byte)'"')
        {
            destination.Raw(JsonStringStart.Of(value[1..^1], LineFormat.Preview));
            return;
        }

        Span<char> chars = stackalloc char[LineFormat.Preview];
        System.Text.Unicode.Utf8.ToUtf16(value, chars, out _, out var written);
        destination.Text(chars[..written]);
    }
}
