using System.ComponentModel;
using System.Text.Json;

namespace AgentStepLog.Capture;

/// <summary>
/// The arguments that a model gave a tool. Everything that is wrong is collected and told at once, by <see cref="Check"/>.
/// Generated code calls it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolArguments
{
    private readonly string _tool;
    private readonly JsonProblems _problems;
    private readonly JsonObjectReader _members;

    internal ToolArguments(string tool, JsonElement arguments, SensitiveNames? sensitive = null)
    {
        _tool = tool;
        _problems = new(strictNames: true, sensitive);
        _members = new JsonValue(arguments, JsonPath.Root, _problems).Object();
    }

    /// <summary>An argument that must be there.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="read">Reads its value.</param>
    public T Required<T>(string name, Func<JsonValue, T> read) => _members.Required(name, read);

    /// <summary>An argument that may be missing.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="defaultValue">What it is when missing.</param>
    /// <param name="read">Reads its value.</param>
    public T Optional<T>(string name, T defaultValue, Func<JsonValue, T> read) => _members.Optional(name, defaultValue, read);

    /// <summary>To be called when all arguments are read, and before any is used.</summary>
    /// <exception cref="ToolArgumentException">Something is wrong: the message lists everything, for the model to correct itself from.</exception>
    public void Check()
    {
        _problems.CheckNames();
        if (_problems.Any)
        {
            throw new ToolArgumentException(Describe(_tool, _problems.ToString()), this);
        }
    }

    /// <summary>Whether the tool has such a parameter; to be asked after all of them were read.</summary>
    internal bool Knows(string name) => _members.Knows(name);

    internal static string Describe(string tool, string problems) => $"Invalid arguments for {tool}:{problems}";
}
