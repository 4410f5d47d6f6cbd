using System.Text;
using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>Everything that is wrong with a JSON text, in the order in which it was found.</summary>
internal sealed class JsonProblems(bool strictNames, SensitiveNames? sensitive = null)
{
    // A text for a model: enough to correct itself from, and no way to fill its window.
    private const int MaxTold = 50;
    private const int MaxShown = 80;

    private readonly List<string> _lines = [];
    private readonly List<JsonObjectReader> _objects = [];
    private int _count;
    private JsonPath? _last;

    public bool Any => _count > 0;

    public int Count => _count;

    public bool StrictNames => strictNames;

    /// <summary>Whether the next problem will be told; else it only counts, and nobody need describe it.</summary>
    public bool Tells => _count < MaxTold;

    public void Add(JsonPath path, string what)
    {
        if (_count++ < MaxTold)
        {
            _lines.Add(path.IsRoot ? what : $"{Shorten(path.ToString())}: {what}");
        }
    }

    public void Unexpected(JsonPath path, string expected, JsonElement came)
    {
        // One that is already found wrong is not told twice.
        if (ReferenceEquals(path, _last) && !path.IsRoot)
        {
            return;
        }

        _last = path;
        if (!Tells)
        {
            _count++;
            return;
        }

        var hidden = sensitive is not null && path.IsWithin(sensitive);
        Add(path, $"expected {expected}, got {Describe(came, hidden)}");
    }

    /// <summary>An object whose members are being read, so that <see cref="CheckNames"/> can look for others.</summary>
    public void Track(JsonObjectReader reader)
    {
        if (strictNames)
        {
            _objects.Add(reader);
        }
    }

    public void CheckNames()
    {
        foreach (var reader in _objects)
        {
            reader.CheckNames();
        }
    }

    /// <summary>One problem per line, each led by a dash.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in _lines)
        {
            text.Append("\n- ").Append(line);
        }

        if (_count > _lines.Count)
        {
            text.Append("\n- and ").Append(_count - _lines.Count).Append(" more");
        }

        return text.ToString();
    }

    private static string Describe(JsonElement came, bool hidden) => came.ValueKind switch
    {
        JsonValueKind.Undefined => "nothing: it is required",
        JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => hidden ? "another string" : $"the string \"{Shorten(came.GetString()!)}\"",
        JsonValueKind.Number => hidden ? "a number" : $"the number {Shorten(came.GetRawText())}",
        _ => hidden ? "a boolean" : $"the boolean {came.GetRawText()}",
    };

    /// <summary>A text of a model's, with which it must not fill its own window.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= MaxShown)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown;
        return text[..end] + "…";
    }
}
