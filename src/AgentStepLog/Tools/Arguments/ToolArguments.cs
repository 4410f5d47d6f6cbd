using System.ComponentModel;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Tools;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// The arguments that a model gave a tool. Everything that is wrong is collected and told at once, by <see cref="Check"/>.
/// Generated code calls it.
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

    /// <summary>An argument that must be there.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="read">Reads its value.</param>
    public T Required<T>(string name, Func<JsonInput, T> read) => Reader.Members.Required(name, read);

    /// <summary>An argument that may be missing; null says so too, where it is no value.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="defaultValue">What it is when missing.</param>
    /// <param name="read">Reads its value.</param>
    public T Optional<T>(string name, T defaultValue, Func<JsonInput, T> read) => Reader.Members.Optional(name, defaultValue, read);

    /// <summary>To be called when all arguments are read, and before any is used.</summary>
    /// <exception cref="ToolArgumentException">Something is wrong: the message lists everything, for the model to correct itself from.</exception>
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

    /// <summary>Where the call's services come from.</summary>
    /// <param name="isRequired">Whether the tool cannot do without.</param>
    /// <exception cref="ToolServiceException">There are none.</exception>
    public IServiceProvider Services(bool isRequired) => _services ?? (isRequired ? throw Missing(typeof(IServiceProvider)) : null!);

    /// <summary>One of the call's services; when it is not there and need not be, the type's default.</summary>
    /// <param name="isRequired">Whether the tool cannot do without.</param>
    /// <exception cref="ToolServiceException">It is not there, or could not be made.</exception>
    public T Service<T>(bool isRequired) => KeyedService<T>(isRequired, static services => services.GetService(typeof(T)));

    /// <summary>One of the call's services, asked for in a way of its own.</summary>
    /// <param name="isRequired">Whether the tool cannot do without.</param>
    /// <param name="find">Asks for it.</param>
    /// <exception cref="ToolServiceException">It is not there, or could not be made.</exception>
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

    /// <summary>What the tool may know of the call.</summary>
    public ToolCallContext Call() => new(_tool.Name, _tool.ActiveLog?.RunId, _services, _origin);

    /// <summary>Parses the text.</summary>
    /// <returns>Why no argument can be read, for the model; null if they can.</returns>
    internal string? Read(in ArgumentSource source) =>
        Reader.Read(source, _tool.Options, _tool.Sensitive) is { } problems ? Describe(problems) : null;

    /// <summary>Whether the tool has such a parameter; to be asked after all of them were read.</summary>
    internal bool Knows(string name) => _isSound || (_reader?.Members is { } members && members.Knows(name));

    /// <summary>Gives back what was rented. Nothing is read after it.</summary>
    internal void Release()
    {
        _reader?.Return();
        _reader = null;
    }

    private string Describe(string problems) => $"Invalid arguments for {_tool.Name}:{problems}";

    private ToolServiceException Missing(Type type) => new(type, $"{_tool.Name} was not called: its caller gave it no {type}.", this);
}
