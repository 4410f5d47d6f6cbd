using System.Collections.Frozen;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Json;
using AgentStepLog.Withholding;

namespace AgentStepLog.Tools;

/// <summary>
/// The names of a tool's members that must not be written to the log, and what may be recorded of arguments that do not fit. If a tool has such names, a value that may
/// be one of these members is withheld as a whole.
/// </summary>
internal sealed class SensitiveNames
{
    private readonly FrozenDictionary<string, string> _kinds;
    private readonly FrozenSet<(string Parameter, string Name)> _shown;

    public SensitiveNames(ReadOnlySpan<(string Name, string Kind)> names, ReadOnlySpan<(string Parameter, string Name)> shown = default)
    {
        var kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, kind) in names)
        {
            kinds[name] = kind;
        }

        _kinds = kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _shown = shown.ToArray().ToFrozenSet();
    }

    public static SensitiveNames None { get; } = new([]);

    /// <summary>Combines the names of several tools.</summary>
    public static SensitiveNames Of(IEnumerable<ToolFunction> tools) =>
        new([.. tools.SelectMany(tool => tool.Sensitive._kinds.Select(entry => (entry.Key, entry.Value)))]);

    public bool Any => _kinds.Count > 0;

    /// <summary>
    /// Whether the value at a place must not be shown to a model: a sensitive member, a value within one, or a value that may contain one. An argument that should
    /// contain one may have the wrong form, such as a text or a list, and may itself be the secret.
    /// </summary>
    public bool Hides(JsonPath path)
    {
        if (path.IsRoot)
        {
            return false;
        }

        var top = path;
        while (top.Parent is { IsRoot: false } parent)
        {
            top = parent;
        }

        var isShown = false;
        for (var inner = path; inner != top; inner = inner.Parent!)
        {
            if (inner.Name is not { } name)
            {
                continue;
            }

            if (_kinds.ContainsKey(name))
            {
                return true;
            }

            isShown |= top.Name is { } parameter && _shown.Contains((parameter, name));
        }

        return !isShown && top.Name is { } whole && _kinds.ContainsKey(whole);
    }

    /// <summary>Writes as much as possible of a text that is not a JSON object.</summary>
    /// <param name="text">The text, or its beginning.</param>
    /// <param name="whole">The whole text, if <paramref name="text"/> is only its beginning.</param>
    public Action<CaptureWriter> Unreadable(string text, ArgumentSource? whole = null) =>
        writer => writer.NoObject(text, Any ? Kind : null, whole is { } all ? (all.ToString, all.Bytes) : null);

    /// <summary>Writes the arguments without sensitive values. An argument whose name no parameter has is withheld too, because it may be a misspelled one.</summary>
    /// <param name="input">The arguments.</param>
    /// <param name="arguments">Knows the parameters; null if the tool is unknown.</param>
    public Action<CaptureWriter> Withhold(JsonText input, ToolArguments? arguments) => writer =>
    {
        var names = new DistinctKeys();
        foreach (var member in input.ToElement().EnumerateObject())
        {
            writer.Property(ref names, member.Name);
            if (_kinds.TryGetValue(member.Name, out var kind))
            {
                writer.WithholdParts(kind, (Names: this, member.Name, member.Value), static m => m.Names.Hidden(m.Name, m.Value));
            }
            else if (Any && arguments?.Knows(member.Name) != true)
            {
                writer.WithholdParts(Kind, (Names: this, member.Name, member.Value), static m => m.Names.Hidden(m.Name, m.Value), isGuess: true);
            }
            else
            {
                writer.Without(member.Value, _kinds);
            }
        }
    };

    private string Kind => _kinds.Values[0];

    // Finds the parts of an argument that may be the secret: everything except the values under names that hold nothing sensitive. A name that no schema has is data
    // too, such as a dictionary's key.
    private List<(string? Name, JsonElement Value)> Hidden(string parameter, JsonElement value)
    {
        var hidden = new List<(string? Name, JsonElement Value)>();
        Add(value, isShown: false);
        return hidden;

        void Add(JsonElement part, bool isShown)
        {
            switch (part.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var member in part.EnumerateObject())
                    {
                        if (_kinds.ContainsKey(member.Name))
                        {
                            hidden.Add((null, member.Value));
                        }
                        else
                        {
                            if (!KnownNames.Contains(member.Name))
                            {
                                hidden.Add((member.Name, default));
                            }

                            Add(member.Value, isShown || _shown.Contains((parameter, member.Name)));
                        }
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in part.EnumerateArray())
                    {
                        Add(item, isShown);
                    }

                    break;
                default:
                    if (!isShown)
                    {
                        hidden.Add((null, part));
                    }

                    break;
            }
        }
    }
}
