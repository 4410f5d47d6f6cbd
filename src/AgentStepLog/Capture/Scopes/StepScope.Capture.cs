using AgentStepLog.Capture;
using AgentStepLog.Writing;

namespace AgentStepLog.CompilerServices;

public sealed partial class StepScope
{
    private int _inputLength;
    private int _outputStart;
    private Tokens _usage;
    private string? _model;
    private string? _provider;
    private string? _stopReason;
    private string? _responseId;

    /// <summary>Whether the input of this call is recorded.</summary>
    public bool WantsInput => Mode != CaptureMode.None;

    /// <summary>Whether the output of this call is written: it is recorded, or its model must learn whether it can be serialized.</summary>
    public bool WantsOutput => Mode != CaptureMode.None || _origin.Route == StepRoute.Table;

    /// <summary>Records the arguments with their current values.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="write">Writes the members of the input object: a property and a value for each.</param>
    public void Input<TArgs>(TArgs args, Action<CaptureWriter, TArgs> write)
    {
        _capture.BeginMembers();
        if (CaptureNesting.TryEnter())
        {
            try
            {
                write(_capture, args);
            }
            catch (Exception e)
            {
                _capture.MarkUnreadable(e);
            }

            CaptureNesting.Leave();
        }
        else
        {
            _capture.Property(CaptureNesting.Mark);
            _capture.Value(CaptureNesting.Mark);
        }

        _capture.EndMembers();
        _capture.ForgetFailure();
        _inputLength = _outputStart = _capture.Length;
    }

    /// <summary>Records the result of the call. A <c>result</c> callback calls it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void Output<T>(T value, Action<CaptureWriter, T> write)
    {
        var start = _capture.BeginValue(_outputStart);
        try
        {
            write(_capture, value);
        }
        catch (Exception e)
        {
            _capture.Unreadable(start, e);
        }
    }

    /// <summary>Records that the output is withheld.</summary>
    /// <param name="kind">The kind of secret.</param>
    public void WithholdOutput(string kind)
    {
        _outputIsWithheld = true;
        _capture.BeginValue(_outputStart);
        _capture.Withhold(kind);
    }

    /// <inheritdoc cref="WithholdOutput(string)"/>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="value">The value, which a model may receive.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void WithholdOutput<T>(string kind, T value, Action<CaptureWriter, T> write)
    {
        Learn(kind, value, write);
        // The model gets the value anyway. If it cannot be serialized for the model, the step has failed, and records that.
        var failure = _origin.Route == StepRoute.Table ? _capture.Failure : null;
        WithholdOutput(kind);
        _capture.Fail(failure);
    }

    /// <summary>Records that an item of an enumeration is withheld. The whole output is then withheld.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="value">The item.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void WithholdItem<T>(string kind, T value, Action<CaptureWriter, T> write)
    {
        Learn(kind, value, write);
        WithholdOutput(kind);
    }

    private void Learn<T>(string kind, T value, Action<CaptureWriter, T> write)
    {
        _capture.BeginLearning(kind);
        Output(value, write);
        _capture.EndLearning(_outputStart);
    }

    /// <summary>Records that a whole result is withheld. A log with a key ring commits to it.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="value">The value.</param>
    public void WithholdOutput<T>(string kind, T value)
    {
        _outputIsWithheld = true;
        _capture.BeginValue(_outputStart);
        _capture.Withhold(kind, value, static v => v);
    }

    /// <summary>Records the usage in the model's answer. Null values keep earlier ones.</summary>
    /// <param name="usage">The model, the tokens and so on.</param>
    internal void Usage(LlmUsage? usage)
    {
        if (usage is null)
        {
            return;
        }

        Model(usage.Model);
        Provider(usage.Provider);
        Tokens(usage.InputTokens, usage.OutputTokens, usage.CachedTokens, usage.ReasoningTokens);
        StopReason(usage.StopReason);
        ResponseId(usage.ResponseId);
    }

    /// <summary>Records the model that answered.</summary>
    /// <param name="model">The model; null keeps the earlier value.</param>
    public void Model(string? model) => _model = model ?? _model;

    /// <summary>Records the model's provider.</summary>
    /// <param name="provider">The provider; null keeps the earlier value.</param>
    public void Provider(string? provider) => _provider = provider ?? _provider;

    /// <summary>Records the tokens that were used. Null keeps the earlier value.</summary>
    /// <param name="input">Tokens of the request.</param>
    /// <param name="output">Tokens of the answer.</param>
    /// <param name="cached">Tokens of the request that came from the provider's cache.</param>
    /// <param name="reasoning">Tokens of the answer that were spent on reasoning.</param>
    public void Tokens(long? input, long? output, long? cached, long? reasoning) =>
        _usage = new Tokens(input, output, cached, reasoning).Or(_usage);

    /// <summary>Adds tokens to those recorded before.</summary>
    /// <inheritdoc cref="Tokens"/>
    public void AddTokens(long? input, long? output, long? cached, long? reasoning) =>
        _usage += new Tokens(input, output, cached, reasoning);

    /// <summary>Records why the model stopped.</summary>
    /// <param name="reason">The reason; null keeps the earlier value.</param>
    public void StopReason(string? reason) => _stopReason = reason ?? _stopReason;

    /// <summary>Records the provider's id of the answer.</summary>
    /// <param name="id">The id; null keeps the earlier value.</param>
    public void ResponseId(string? id) => _responseId = id ?? _responseId;

    /// <summary>Records an input that is JSON already. Each member of an object becomes a value of its own.</summary>
    internal void Input(JsonText json)
    {
        if (WantsInput && !json.IsAbsent)
        {
            _capture.InputJson(json);
            _inputLength = _outputStart = _capture.Length;
        }
    }

    /// <summary>Records an input with members that are not a method's arguments.</summary>
    internal void Input(Action<CaptureWriter> write)
    {
        if (WantsInput)
        {
            Input(write, static (writer, write) => write(writer));
        }
    }
}
