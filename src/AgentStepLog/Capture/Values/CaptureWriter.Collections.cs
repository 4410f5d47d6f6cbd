using System.Collections.Immutable;
using AgentStepLog.Capture;
using AgentStepLog.Json;

namespace AgentStepLog.CompilerServices;

public sealed partial class CaptureWriter
{
    private const string Lazy = "[not enumerated]";

    /// <summary>
    /// Writes an array. A lazy sequence is not enumerated, because that could run the user's code or use the sequence up. It is written as <c>"[not enumerated]"</c>.
    /// </summary>
    /// <param name="items">The items; null writes null.</param>
    /// <param name="write">Writes one item.</param>
    public void List<T>(IEnumerable<T>? items, Action<CaptureWriter, T> write)
    {
        if (items is null)
        {
            Null();
        }
        else if (items is ICollection<T> or IReadOnlyCollection<T> or IImmutableQueue<T> or IImmutableStack<T>)
        {
            Items(items, items, write);
        }
        else
        {
            Mark(Lazy);
        }
    }

    /// <summary>Writes the entries of a dictionary as an object.</summary>
    /// <param name="items">The entries; null writes null.</param>
    /// <param name="key">Makes a key's text. If two entries have the same text, the second gets <c>#2</c> after it, and so on.</param>
    /// <param name="write">Writes one value.</param>
    public void Dictionary<TKey, TValue>(
        IEnumerable<KeyValuePair<TKey, TValue>>? items, Func<TKey, string> key, Action<CaptureWriter, TValue> write)
    {
        if (items is null)
        {
            Null();
        }
        else if (items is ICollection<KeyValuePair<TKey, TValue>> or IReadOnlyCollection<KeyValuePair<TKey, TValue>>)
        {
            Entries(items, items, key, write);
        }
        else
        {
            Mark(Lazy);
        }
    }

    /// <summary>Writes the entries of <c>[JsonExtensionData]</c> beside the other members of an object.</summary>
    /// <param name="entries">The entries; null writes none.</param>
    /// <param name="names">The names of the other members.</param>
    /// <param name="write">Writes one value.</param>
    public void Rest<T>(IEnumerable<KeyValuePair<string, T>>? entries, ReadOnlySpan<string> names, Action<CaptureWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var keys = new DistinctKeys();
        foreach (var name in names)
        {
            keys.Next(name);
        }

        foreach (var (name, value) in entries ?? [])
        {
            var full = IsFull;
            LearnName(name);
            Property(keys.Next(full ? TooLarge.Mark : Fitting(name)));
            if (full)
            {
                Mark(TooLarge.Mark);
                break;
            }

            write(this, value);
        }
    }

    private void Items<T>(object identity, IEnumerable<T> items, Action<CaptureWriter, T> write)
    {
        if (!Descend(identity, (byte)'['))
        {
            return;
        }

        var place = BeforeBracket();
        try
        {
            foreach (var item in items)
            {
                if (IsFull)
                {
                    Mark(TooLarge.Mark);
                    break;
                }

                write(this, item);
            }
        }
        catch (Exception e)
        {
            // The usual cause is another thread that changes the list.
            Replace(place, e);
            return;
        }

        Ascend((byte)']');
    }

    private void Entries<TKey, TValue>(
        object identity, IEnumerable<KeyValuePair<TKey, TValue>> entries, Func<TKey, string> key, Action<CaptureWriter, TValue> write)
    {
        if (!Descend(identity, (byte)'{'))
        {
            return;
        }

        var place = BeforeBracket();
        try
        {
            var keys = new DistinctKeys();
            foreach (var (k, value) in entries)
            {
                var full = IsFull;
                var name = key(k);
                LearnName(name);
                Separate();
                _json.Key(keys.Next(full ? TooLarge.Mark : Fitting(name)));
                _comma = false;
                if (full)
                {
                    Mark(TooLarge.Mark);
                    break;
                }

                write(this, value);
            }
        }
        catch (Exception e)
        {
            Replace(place, e);
            return;
        }

        Ascend((byte)'}');
    }
}
