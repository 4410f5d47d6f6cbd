using System.Globalization;
using System.Text;

namespace AgentStepLog.Json;

/// <summary>Where a value is, as a model reads it: <c>stops[2].location</c>. Put together only when something is wrong there.</summary>
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

    /// <summary>The value around it; null for the root.</summary>
    public JsonPath? Parent => _parent;

    /// <summary>The member's name; null for an item.</summary>
    public string? Name { get; }

    public JsonPath Member(string name) => new(this, name, 0);

    public JsonPath Item(int index) => new(this, null, index);

    /// <summary>Whether it is the member or item of this one.</summary>
    public bool Is(JsonPath parent, string? name, int index) => ReferenceEquals(_parent, parent) && Name == name && _index == index;

    /// <summary>Whether the two are the same member or item of one value; the root is never.</summary>
    public bool IsSame(JsonPath other) => _parent is not null && Is(other._parent!, other.Name, other._index);

    /// <summary>The same as a JSON Pointer into the line that records it.</summary>
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
