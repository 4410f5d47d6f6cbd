using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tools;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>One tool as a model sees it, and the method to call it.</summary>
public sealed class ToolFunction
{
    private readonly Func<ToolArguments, CallOrigin, CancellationToken, ValueTask<ToolOutput>> _invoke;
    private readonly Func<RunLog?>? _log;
    private readonly Lazy<JsonElement> _schema;
    private readonly Lazy<JsonElement?> _resultSchema;
    private readonly Lazy<string?> _strictSchema;

    internal ToolFunction(
        RecordedMethod method,
        string description,
        string schema,
        Func<ToolArguments, CallOrigin, CancellationToken, ValueTask<ToolOutput>> invoke,
        Func<RunLog?>? log,
        SensitiveNames sensitive,
        string? resultSchema)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(invoke);
        Method = method;
        Description = description;
        Schema = schema;
        _invoke = invoke;
        _log = log;
        Sensitive = sensitive;
        ResultSchema = resultSchema;
        _schema = new(() => JsonText.Parse(schema).ToElement());
        _resultSchema = new(() => resultSchema is null ? null : JsonText.Parse(resultSchema).ToElement());
        _strictSchema = new(() => Tools.StrictSchema.Of(schema));
    }

    /// <summary>The name with which the model calls the tool.</summary>
    public string Name => Method.Name;

    /// <summary>The description of the tool for the model.</summary>
    public string Description { get; }

    /// <summary>The JSON Schema of the arguments, as JSON text.</summary>
    public string Schema { get; }

    /// <summary>The same as <see cref="Schema"/>, parsed.</summary>
    /// <exception cref="JsonException">The schema is not valid JSON.</exception>
    public JsonElement SchemaElement => _schema.Value;

    /// <summary>
    /// The JSON Schema of the result, as JSON text; null if the tool returns nothing. A text result is given to the model unchanged, without quotes.
    /// </summary>
    public string? ResultSchema { get; }

    /// <summary>The same as <see cref="ResultSchema"/>, parsed.</summary>
    /// <exception cref="JsonException">The schema is not valid JSON.</exception>
    public JsonElement? ResultSchemaElement => _resultSchema.Value;

    /// <summary>
    /// The schema of the arguments for providers' strict mode: no object allows other properties, all properties are required, and null stands for a property that may
    /// be left out. The call treats such a null as left out. Keywords that the mode does not support (lengths, defaults, …) are moved to descriptions. Null if the mode
    /// cannot express the arguments: dictionaries, and values of any type. The schema is made at the first use.
    /// </summary>
    public string? StrictSchema => _strictSchema.Value;

    internal RecordedMethod Method { get; }

    internal SensitiveNames Sensitive { get; }

    /// <summary>The tool's own log; null if it has none.</summary>
    internal RunLog? Log => _log?.Invoke();

    /// <summary>The open log that records a call made from here.</summary>
    internal RunLog? ActiveLog => Log is { IsClosed: false } own ? own : ActiveStep.Open?.Log is { IsClosed: false } active ? active : null;

    internal ToolTableOptions Options { get; private set; } = ToolTableOptions.Default;

    /// <summary>The same tool with these options for a model's arguments.</summary>
    /// <param name="options">Limits and leniency. They are copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range; the message names it.</exception>
    public ToolFunction With(ToolTableOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = (ToolFunction)MemberwiseClone();
        copy.Options = options.Checked();
        return copy;
    }

    /// <summary>Calls the tool and records the call.</summary>
    /// <param name="json">The arguments as the model sent them: a JSON object. A blank text stands for an empty one.</param>
    /// <param name="options">The call's id, and the services that the tool may use. Default: none.</param>
    /// <param name="cancellationToken">The token that is passed to the tool.</param>
    /// <returns>The result for the model. Wrong arguments and exceptions of the tool are returned as an error.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="InvalidOperationException">No log is active, and the tool's project demands one (<see cref="WhenNoLog.Throw"/>).</exception>
    /// <exception cref="StepLogException">The log cannot be written, and the tool must not run in that case (<see cref="LogFailurePolicy.FailClosed"/>).</exception>
    public ValueTask<ToolResult> InvokeAsync(string json, ToolCallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        return CallAsync(new(json), new TableSource(options?.CallId), options?.Services, cancellationToken);
    }

    /// <summary>Calls the tool with arguments in UTF-8, without making a string of them first.</summary>
    /// <param name="utf8Json">The arguments as the model sent them, in UTF-8. They must not change until the call has ended.</param>
    /// <param name="options">The call's id, and the services that the tool may use. Default: none.</param>
    /// <param name="cancellationToken">The token that is passed to the tool.</param>
    /// <inheritdoc cref="InvokeAsync(string, ToolCallOptions?, CancellationToken)" path="/returns|/exception"/>
    public ValueTask<ToolResult> InvokeAsync(ReadOnlyMemory<byte> utf8Json, ToolCallOptions? options = null, CancellationToken cancellationToken = default) =>
        CallAsync(new(utf8Json), new TableSource(options?.CallId), options?.Services, cancellationToken);

    private async ValueTask<ToolResult> CallAsync(ArgumentSource source, TableSource origin, IServiceProvider? services, CancellationToken cancellationToken)
    {
        var arguments = new ToolArguments(this, origin, services);
        try
        {
            if (arguments.Read(source) is { } unreadable)
            {
                return Refuse(source, origin, arguments, new ToolArgumentException(unreadable));
            }

            var output = await _invoke(arguments, CallOrigin.Table(origin), cancellationToken).ConfigureAwait(false);
            if (output.Failure is { } failure)
            {
                return new() { Content = Writing.Failure.UnwritableText(Name, failure), IsError = true, Exception = failure, Notes = origin.Notes };
            }

            return origin.Notes is { Count: > 0 } notes ? new() { Content = output.Content, Notes = notes } : new() { Content = output.Content };
        }
        catch (ToolArgumentException e) when (ReferenceEquals(e.Arguments, arguments))
        {
            return Refuse(source, origin, arguments, e);
        }
        catch (ToolServiceException e) when (ReferenceEquals(e.Arguments, arguments))
        {
            return Refuse(source, origin, arguments, e);
        }
        catch (Exception e) when (!MustPropagate(e, cancellationToken))
        {
            return new() { Content = ModelText.Of(e), IsError = true, Exception = e, Notes = origin.Notes };
        }
        finally
        {
            arguments.Release();
        }
    }

    private ToolResult Refuse(ArgumentSource source, TableSource origin, ToolArguments arguments, Exception exception) =>
        FailedCall.Record(Method, CallOrigin.Table(origin), Log, source.Recorded(Options, Sensitive, arguments), exception);

    // These exceptions go to the caller, because a model cannot correct them. A refused call, which could not be recorded, is the host's concern. A cancellation is the
    // caller's own wish. A missing log is the developer's mistake, and the model must not read that the tool failed when it never ran.
    private bool MustPropagate(Exception exception, CancellationToken cancellationToken) =>
        exception is StepLogException { IsRefusal: true }
        || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        || (Method.WhenNoLog == WhenNoLog.Throw && exception is InvalidOperationException && !HasLog());

    private bool HasLog() => ActiveLog is not null;
}
