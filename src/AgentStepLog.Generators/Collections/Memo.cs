using System;
using System.Threading;

namespace AgentStepLog.Generators.Collections;

/// <summary>
/// The last two results of a computation that depends on its key alone. Two are kept, so that an edit that is undone, or a second
/// version of the project in the same editor, finds its result. Thread-safe.
/// </summary>
internal sealed class Memo<TKey, TValue>
    where TKey : IEquatable<TKey>
    where TValue : class
{
    private Answer? _last;
    private Answer? _before;

    /// <summary>The result for the key; null where it was never computed, or not recently.</summary>
    public TValue? Find(TKey key) =>
        Volatile.Read(ref _last) is { } last && last.Key.Equals(key) ? last.Value
        : Volatile.Read(ref _before) is { } before && before.Key.Equals(key) ? before.Value
        : null;

    /// <summary>Keeps a result. If two threads do so at once, one result may be lost. It is then computed again.</summary>
    public TValue Keep(TKey key, TValue value)
    {
        Volatile.Write(ref _before, Volatile.Read(ref _last));
        Volatile.Write(ref _last, new Answer(key, value));
        return value;
    }

    private sealed class Answer(TKey key, TValue value)
    {
        public TKey Key => key;

        public TValue Value => value;
    }
}
