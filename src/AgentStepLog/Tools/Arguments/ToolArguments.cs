using System.ComponentModel;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Tools;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// The arguments that a model sent for a tool. All problems are collected, and <see cref="Check"/> reports them at once. Generated code calls it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ToolArguments
{
    private readonly ToolFunction _tool;
    private readonly TableSource _origin;
    private readonly IServiceProvider? _services;
    private ArgumentReader? _reader = ArgumentReader.Rent();
    private bool _isSound;

    internal ToolArguments(ToolFunction tool, TableSource origin, IServiceProvider? services)
    {
        _tool = tool;
        _origin = origin;
        _services = services;
    }

    private ArgumentReader Reader => _reader ?? throw new InvalidOperationException("The arguments were checked already: read all of them before.");

    /// <summary>Reads a required argument.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="read">Reads the value.</param>
    public T Required<T>(string name, Func<JsonInput, T> read) => Reader.Members.Required(name, read);

    /// <summary>Reads an optional argument. A null counts as missing if it is not a valid value.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="defaultValue">The value if the argument is missing.</param>
    /// <param name="read">Reads the value.</param>
    public T Optional<T>(string name, T defaultValue, Func<JsonInput, T> read) => Reader.Members.Optional(name, defaultValue, read);

    /// <summary>Checks all arguments. Call it after all of them are read, and before any is used.</summary>
    /// <exception cref="ToolArgumentException">There are problems. The message lists all of them, so that the model can correct itself.</exception>
    public void Check()
    {
        var problems = Reader.Problems;
        problems.CheckNames();
        if (!Reader.IsSound())
        {
            throw new ToolArgumentException(Describe(problems.ToString()), this);
        }

        _isSound = true;
        _origin.Took(problems.Coerced());
        Release();
    }

    /// <summary>The provider of the call's services.</summary>
    /// <param name="isRequired">Whether the tool needs it.</param>
    /// <exception cref="ToolServiceException">There are none.</exception>
    public IServiceProvider Services(bool isRequired) => _services ?? (isRequired ? throw Missing(typeof(IServiceProvider)) : null!);

    /// <summary>One of the call's services. If it is missing and not required, the type's default is returned.</summary>
    /// <param name="isRequired">Whether the tool needs it.</param>
    /// <exception cref="ToolServiceException">The service is missing, or could not be made.</exception>
    public T Service<T>(bool isRequired) => KeyedService<T>(isRequired, static services => services.GetService(typeof(T)));

    /// <summary>One of the call's services, found by a given function.</summary>
    /// <param name="isRequired">Whether the tool needs it.</param>
    /// <param name="find">Finds the service.</param>
    /// <exception cref="ToolServiceException">The service is missing, or could not be made.</exception>
    public T KeyedService<T>(bool isRequired, Func<IServiceProvider, object?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        object? service;
        try
        {
            service = _services is null ? null : find(_services);
        }
        catch (Exception e)
        {
            throw new ToolServiceException(typeof(T), $"{_tool.Name} was not called: its service {typeof(T)} could not be made. {ModelText.Of(e)}", this, e);
        }

        return service is T found ? found : isRequired ? throw Missing(typeof(T)) : default!;
    }

    /// <summary>The context of the call, for the tool.</summary>
    public ToolCallContext Call() => new(_tool.Name, _tool.ActiveLog?.RunId, _services, _origin);

    /// <summary>Parses the text.</summary>
    /// <returns>Why no argument can be read, for the model; null if they can be read.</returns>
    internal string? Read(in ArgumentSource source) =>
        Reader.Read(source, _tool.Options, _tool.Sensitive) is { } problems ? Describe(problems) : null;

    /// <summary>Whether the tool has such a parameter. Call it after all parameters were read.</summary>
    internal bool Knows(string name) => _isSound || (_reader?.Members is { } members && members.Knows(name));

    /// <summary>Releases the rented reader. The arguments cannot be read afterwards.</summary>
    internal void Release()
    {
        _reader?.Return();
        _reader = null;
    }

    private string Describe(string problems) => $"Invalid arguments for {_tool.Name}:{problems}";

    private ToolServiceException Missing(Type type) => new(type, $"{_tool.Name} was not called: its caller gave it no {type}.", this);
}
