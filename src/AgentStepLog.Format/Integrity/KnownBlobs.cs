using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AgentStepLog.Hashing;

namespace AgentStepLog.Integrity;

/// <summary>The blobs that a verification has checked. Those that were named longest ago are forgotten first.</summary>
/// <param name="most">How many blobs are remembered at once.</param>
internal sealed class KnownBlobs(int most)
{
    private Dictionary<BlobHash, BlobFacts> _recent = [];
    private Dictionary<BlobHash, BlobFacts> _before = [];

    /// <summary>The facts about a blob; empty for a new one. The reference is valid until the next call.</summary>
    public ref BlobFacts Of(BlobHash hash)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrNullRef(_recent, hash);
        if (!Unsafe.IsNullRef(ref known))
        {
            return ref known;
        }

        if (_recent.Count >= most / 2)
        {
            (_before, _recent) = (_recent, []);
        }

        _before.Remove(hash, out var facts);
        ref var added = ref CollectionsMarshal.GetValueRefOrAddDefault(_recent, hash, out _);
        added = facts;
        return ref added;
    }
}
