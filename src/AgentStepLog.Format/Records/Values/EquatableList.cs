using System.Collections;

namespace AgentStepLog.Records;

/// <summary>An immutable list that compares its items by value, so that the records that contain it compare by value.</summary>
internal sealed class EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
{
    public static readonly EquatableList<T> Empty = new([]);

    private readonly T[] _items;

    private EquatableList(T[] items) => _items = items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    /// <summary>Wraps the array without a copy. The caller must not use it any more.</summary>
    public static EquatableList<T> Of(T[] items) => items.Length == 0 ? Empty : new(items);

    /// <summary>A copy of the list, or the list itself if it is immutable already.</summary>
    public static EquatableList<T> From(IReadOnlyList<T> items) => items as EquatableList<T> ?? Of([.. items]);

    public bool Equals(EquatableList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    public override bool Equals(object? obj) => Equals(obj as EquatableList<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    public override string ToString() => "[" + string.Join(", ", _items) + "]";
}
