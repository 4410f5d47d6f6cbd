using System.Runtime.InteropServices;
using System.Text.Json;

namespace AgentStepLog.Json;

/// <summary>
/// A JSON text with the places of its values, which one pass finds. A value is decoded when it is asked for, so the text must not change
/// meanwhile. The index can be used again for another text. The <see cref="JsonPart"/>s of the text before are invalid then.
/// </summary>
internal sealed class JsonIndex
{
    private const int FewTokens = 64;
    private const int KeptTokens = 4096;

    private JsonToken[] _tokens = new JsonToken[FewTokens];
    private byte[] _text = [];
    private int _offset;
    private int _count;

    /// <summary>The whole value.</summary>
    public JsonPart Root => new(this, 0);

    /// <summary>The place where <see cref="Read"/> found a fault.</summary>
    public int FaultAt { get; private set; }

    /// <summary>Whether a string holds the escape of half a surrogate pair.</summary>
    public bool HasLoneSurrogate { get; private set; }

    /// <summary>The value of a text that is expected to be JSON.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JsonPart Of(ReadOnlyMemory<byte> utf8)
    {
        var index = new JsonIndex();
        return index.Read(utf8, LogJson.MaxReadDepth, int.MaxValue) == JsonFault.None
            ? index.Root
            : throw new JsonException($"No JSON, from byte {index.FaultAt} on.");
    }

    /// <summary>Reads a text. Its values may be used only if this returns no fault.</summary>
    /// <param name="utf8">The text, in UTF-8.</param>
    /// <param name="maxDepth">How deep objects and arrays may be nested.</param>
    /// <param name="maxValues">How many values there may be, the root included.</param>
    public JsonFault Read(ReadOnlyMemory<byte> utf8, int maxDepth, long maxValues)
    {
        (_text, _offset) = MemoryMarshal.TryGetArray(utf8, out var array) ? (array.Array!, array.Offset) : (utf8.ToArray(), 0);
        var scan = new JsonScan(_text.AsSpan(_offset, utf8.Length), _tokens);
        var fault = scan.Run(maxDepth, maxValues);
        (_tokens, _count, FaultAt, HasLoneSurrogate) = (scan.Tokens, scan.Count, scan.FaultAt, scan.HasLoneSurrogate);
        return fault;
    }

    /// <summary>Releases the text. The memory for tokens is kept, unless it is large.</summary>
    public void Clear()
    {
        (_text, _count) = ([], 0);
        if (_tokens.Length > KeptTokens)
        {
            _tokens = new JsonToken[FewTokens];
        }
    }

    /// <summary>Whether two members of an object may have one name. It can be true where none have; <c>ArgumentFaults</c> compares the names themselves.</summary>
    public bool MayHaveEqualNames()
    {
        var names = new List<ulong>();
        for (var i = 0; i < _count; i++)
        {
            if (_tokens[i].Kind == JsonValueKind.Object && _tokens[i].Count > 1)
            {
                names.Clear();
                foreach (var (name, _) in new JsonPart(this, i).Members())
                {
                    names.Add(DuplicateKeys.Hash(name.TextUtf8));
                }

                if (DuplicateKeys.HasEqual(CollectionsMarshal.AsSpan(names)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>A token of the text that was read last.</summary>
    public ref readonly JsonToken this[int token] => ref _tokens[token];

    /// <summary>Bytes of the text.</summary>
    public ReadOnlySpan<byte> Slice(int start, int length) => _text.AsSpan(_offset + start, length);
}
