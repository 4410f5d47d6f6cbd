using System.Globalization;

namespace AgentStepLog.Capture;

/// <summary>Where a value is, as a model reads it: <c>stops[2].location</c>. Put together only when something is wrong there.</summary>
internal sealed class JsonPath
{
    private readonly JsonPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
    }

    public static JsonPath Root { get; } = new(null, null, 0);

    public bool IsRoot => _parent is null;

    public JsonPath Member(string name) => new(this, name, 0);

    public JsonPath Item(int index) => new(this, null, index);

    /// <summary>Whether this, or a value around it, is a member of one of these names.</summary>
    public bool IsWithin(SensitiveNames names)
    {
        for (var path = this; path is not null; path = path._parent)
        {
            if (path._name is { } name && names.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    public override string ToString()
    {
        if (_parent is null)
        {
            return "";
        }

        var before = _parent.ToString();
        return _name is null
            ? before + "[" + _index.ToString(CultureInfo.InvariantCulture) + "]"
            : before.Length == 0 ? _name : before + "." + _name;
    }
}
