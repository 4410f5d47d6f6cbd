using System.Globalization;
using System.Text;

namespace AgentStepLog.Json;

/// <summary>The place of a value, in the form that a model reads: <c>stops[2].location</c>. The text is made only when there is a fault at that place.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index)
    {
        _parent = parent;
        Name = name;
        _index = index;
    }

    public static JsonPath Root { get; } = new(null, null, 0);

    public bool IsRoot => _parent is null;

    /// <summary>The path of the enclosing value; null for the root.</summary>
    public JsonPath? Parent => _parent;

    /// <summary>The member's name; null for an item.</summary>
    public string? Name { get; }

    public JsonPath Member(string name) => new(this, name, 0);

    public JsonPath Item(int index) => new(this, null, index);

    /// <summary>Whether this is the path of that member or item of the parent.</summary>
    public bool Is(JsonPath parent, string? name, int index) => ReferenceEquals(_parent, parent) && Name == name && _index == index;

    /// <summary>Whether the two are the same member or item of one value; false for the root.</summary>
    public bool IsSame(JsonPath other) => _parent is not null && Is(other._parent!, other.Name, other._index);

    /// <summary>The path as a JSON Pointer into the line that records the value.</summary>
    public string Pointer()
    {
        if (_parent is null)
        {
            return "/input";
        }

        var step = Name is null ? _index.ToString(CultureInfo.InvariantCulture) : Name.StartsWith('$') ? "$" + Name : Name;
        return _parent.Pointer() + JsonPointer.Step(step);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    private void Append(StringBuilder text)
    {
        if (_parent is null)
        {
            return;
        }

        _parent.Append(text);
        if (Name is null)
        {
            text.Append('[').Append(CultureInfo.InvariantCulture, $"{_index}").Append(']');
        }
        else
        {
            text.Append(text.Length == 0 ? "" : ".").Append(Name);
        }
    }
}
