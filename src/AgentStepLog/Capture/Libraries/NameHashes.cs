using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Capture;

/// <summary>Notices objects that have two members with one name, while JSON is read.</summary>
internal sealed class NameHashes
{
    private readonly List<ulong> _hashes = [];
    private readonly Stack<int> _starts = [];

    internal void Clear()
    {
        _hashes.Clear();
        _starts.Clear();
    }

    /// <summary>Begins an object or a list.</summary>
    internal void Begin() => _starts.Push(_hashes.Count);

    internal void Add(ref Utf8JsonReader name) =>
        _hashes.Add(DuplicateKeys.Hash(name.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonStrings.Decode(ref name)) : name.ValueSpan));

    /// <summary>Ends an object or a list.</summary>
    /// <returns>Whether two of its names may be equal.</returns>
    internal bool EndHasEqual()
    {
        var start = _starts.Pop();
        var hasEqual = DuplicateKeys.HasEqual(CollectionsMarshal.AsSpan(_hashes)[start..]);
        _hashes.RemoveRange(start, _hashes.Count - start);
        return hasEqual;
    }
}
