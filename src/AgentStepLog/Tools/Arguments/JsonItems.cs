using System.ComponentModel;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>Fills collections of the user's own that have only an Add method. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonItems
{
    /// <summary>Adds items to a collection.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="items">The items, in order.</param>
    /// <returns>The collection.</returns>
    public static TCollection Into<TCollection, TItem>(TCollection collection, IEnumerable<TItem> items)
        where TCollection : ICollection<TItem>
    {
        ArgumentNullException.ThrowIfNull(collection);
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
        {
            collection.Add(item);
        }

        return collection;
    }
}
