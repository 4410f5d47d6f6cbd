using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Tools;
using AgentStepLog.Writing;

namespace AgentStepLog;

/// <summary>One tool as a model sees it, and the way to call it.</summary>
public sealed partial class ToolFunction
{
    private readonly Func<ToolArguments, CallOrigin, CancellationToken, ValueTask<ToolOutput>> _invoke;
    private readonly Func<RunLog?>? _log;
    private readonly Lazy<JsonElement> _schema;
    private readonly Lazy<JsonElement?> _resultSchema;
    private readonly Lazy<string?> _strictSchema;

    private ToolFunction(
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

    /// <summary>The name that the model calls it by.</summary>
    public string Name => Method.Name;

    /// <summary>What the model is told of it.</summary>
    public string Description { get; }

    /// <summary>JSON Schema of its arguments, as JSON text.</summary>
    public string Schema { get; }

    /// <summary>The same, parsed.</summary>
    /// <exception cref="JsonException">The schema is no JSON.</exception>
    public JsonElement SchemaElement => _schema.Value;

    /// <summary>
    /// JSON Schema of its result, as JSON text; null where it returns nothing. A text is given to the model as it is, without quotes.
    /// </summary>
    public string? ResultSchema { get; }

    /// <summary>The same, parsed.</summary>
    /// <exception cref="JsonException">The schema is no JSON.</exception>
    public JsonElement? ResultSchemaElement => _resultSchema.Value;

    /// <summary>
    /// The schema of its arguments for providers' strict mode: no other properties anywhere, all of them required, and null for what may be
    /// left out, which a call then takes as left out. What that mode does not know (lengths, defaults, …) is said in descriptions. Null where the
    /// arguments cannot be said so: dictionaries, and values of any type. Made when first asked for.
    /// </summary>
    public string? StrictSchema => _strictSchema.Value;

    internal RecordedMethod Method { get; }

    internal SensitiveNames Sensitive { get; }

    /// <summary>The tool's own log; null when it has none.</summary>
    internal RunLog? Log => _log?.Invoke();

    /// <summary>The open log that a call from here is recorded in.</summary>
    internal RunLog? ActiveLog => Log is { IsClosed: false } own ? own : ActiveStep.Open?.Log is { IsClosed: false } active ? active : null;

    internal ToolTableOptions Options { get; private set; } = ToolTableOptions.Default;

    /// <summary>The same tool, which takes from a model what these options say.</summary>
    /// <param name="options">Limits and leniency.</param>
    public ToolFunction With(ToolTableOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var copy = (ToolFunction)MemberwiseClone();
        copy.Options = options;
        return copy;
    }

    /// <summary>Calls the tool and records the call.</summary>
    /// <param name="json">The arguments as the model gave them: a JSON object; nothing at all stands for an empty one.</param>
    /// <param name="cancellationToken">Handed on to the tool.</param>
    /// <param name="callId">The id that the model gave its call.</param>
    /// <returns>What the model is to read; wrong arguments and exceptions of the tool come back as an error.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="InvalidOperationException">No log is active, and the tool's project demands one (<see cref="WhenNoLog.Throw"/>).</exception>
    /// <exception cref="StepLogException">The log cannot be written, and the tool must not run then (<see cref="LogFailurePolicy.FailClosed"/>).</exception>
    [SuppressMessage("Design", "CA1068", Justification = "A call id is given less often than a token.")]
    public ValueTask<ToolResult> InvokeAsync(string json, CancellationToken cancellationToken = default, string? callId = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return CallAsync(new(json), new TableSource(callId), null, cancellationToken);
    }

    /// <inheritdoc cref="InvokeAsync(string, CancellationToken, string?)"/>
    /// <param name="json">The arguments as the model gave them: a JSON object; nothing at all stands for an empty one.</param>
    /// <param name="options">The call's id, and the services that the tool may ask for.</param>
    /// <param name="cancellationToken">Handed on to the tool.</param>
    public ValueTask<ToolResult> InvokeAsync(string json, ToolCallOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(options);
        return CallAsync(new(json), new TableSource(options.CallId), options.Services, cancellationToken);
    }

    /// <inheritdoc cref="InvokeAsync(string, CancellationToken, string?)"/>
    /// <param name="utf8Json">The arguments as the model gave them, in UTF-8; not changed until the call has ended.</param>
    /// <param name="options">The call's id, and the services that the tool may ask for.</param>
    /// <param name="cancellationToken">Handed on to the tool.</param>
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

    // A call that was not made because it cannot be recorded is the host's concern: a model cannot mend it.
    // Cancellation is the caller's own wish. A missing log is the developer's mistake: a model cannot mend it, and must not be
    // told that the tool failed when it never ran.
    private bool MustPropagate(Exception exception, CancellationToken cancellationToken) =>
        exception is StepLogException { IsRefusal: true }
        || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
        || (Method.WhenNoLog == WhenNoLog.Throw && exception is InvalidOperationException && !HasLog());

    private bool HasLog() => ActiveLog is not null;
}
