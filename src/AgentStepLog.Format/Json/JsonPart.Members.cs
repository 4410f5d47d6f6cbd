using System.Text.Json;

namespace AgentStepLog.Json;

internal readonly partial struct JsonPart
{
    /// <summary>The items of an array, in order. In the pairs, an item is also its own name.</summary>
    public Children Items() => new(_index, _token, 0);

    /// <summary>The names and values of an object, in order.</summary>
    public Children Members() => new(_index, _token, 1);

    /// <summary>Finds a member of an object.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The member's value.</param>
    public bool TryGetProperty(ReadOnlySpan<char> name, out JsonPart value)
    {
        var next = 0;
        return TryGetProperty(name, ref next, out value);
    }

    /// <inheritdoc cref="TryGetProperty(ReadOnlySpan{char}, out JsonPart)"/>
    /// <param name="name">The member's name.</param>
    /// <param name="next">Where to look first: behind the member that was found before.</param>
    /// <param name="value">The member's value.</param>
    public bool TryGetProperty(ReadOnlySpan<char> name, ref int next, out JsonPart value)
    {
        var (first, end) = (_token + 1, Token.Next);
        var start = next > first ? next : first;
        for (var i = start; i < end; i = _index[i + 1].Next)
        {
            if (TryTake(i, name, ref next, out value))
            {
                return true;
            }
        }

        for (var i = first; i < start; i = _index[i + 1].Next)
        {
            if (TryTake(i, name, ref next, out value))
            {
                return true;
            }
        }

        value = default;
        return false;
    }

    private bool TryTake(int at, ReadOnlySpan<char> name, ref int next, out JsonPart value)
    {
        if (!new JsonPart(_index, at).ValueEquals(name))
        {
            value = default;
            return false;
        }

        value = new(_index, at + 1);
        next = value.Token.Next;
        return true;
    }

    /// <summary>The values in an object or array, one after the other.</summary>
    internal struct Children(JsonIndex index, int parent, int names)
    {
        private int _at = -1;

        public readonly (JsonPart Name, JsonPart Value) Current => (new(index, _at), new(index, _at + names));

        public readonly Children GetEnumerator() => this;

        public bool MoveNext()
        {
            _at = _at < 0 ? parent + 1 : index[_at + names].Next;
            return _at < index[parent].Next;
        }
    }
}
