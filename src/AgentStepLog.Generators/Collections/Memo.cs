using System;
using System.Threading;

namespace AgentStepLog.Generators.Collections;

/// <summary>
/// The last two answers to a question whose answer follows from its key alone. Two, so that an edit that is taken back, or a second
/// version of the project in the same editor, finds what it had. Any thread may ask.
/// </summary>
internal sealed class Memo<TKey, TValue>
    where TKey : IEquatable<TKey>
    where TValue : class
{
    private Answer? _last;
    private Answer? _before;

    /// <summary>Null where it has not been answered, or too long ago.</summary>
    public TValue? Find(TKey key) =>
        Volatile.Read(ref _last) is { } last && last.Key.Equals(key) ? last.Value
        : Volatile.Read(ref _before) is { } before && before.Key.Equals(key) ? before.Value
        : null;

    /// <summary>Keeps an answer. Of two threads that do so at once, one may be forgotten: it is answered again then.</summary>
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
