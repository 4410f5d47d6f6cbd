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

    /// <summary>Whether the output of this call is written: to be recorded, or, for a model, to learn whether it can be.</summary>
    public bool WantsOutput => Mode != CaptureMode.None || _origin.Route == StepRoute.Table;

    /// <summary>Records the arguments, as they are now.</summary>
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

    /// <summary>Records what the call returned. To be called by a <c>result</c> callback.</summary>
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

    /// <summary>Records that there is an output and that it is withheld.</summary>
    /// <param name="kind">The kind of secret.</param>
    public void WithholdOutput(string kind)
    {
        _outputIsWithheld = true;
        _capture.BeginValue(_outputStart);
        _capture.Withhold(kind);
    }

    /// <inheritdoc cref="WithholdOutput(string)"/>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="value">The value, which a model may have to be given.</param>
    /// <param name="write">Writes exactly one JSON value.</param>
    public void WithholdOutput<T>(string kind, T value, Action<CaptureWriter, T> write)
    {
        Learn(kind, value, write);
        // A model is given it all the same: that it cannot be is for the record, too.
        var failure = _origin.Route == StepRoute.Table ? _capture.Failure : null;
        WithholdOutput(kind);
        _capture.Fail(failure);
    }

    /// <summary>Records that an item of what is enumerated is withheld, and with it the whole output.</summary>
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

    /// <summary>The same for a whole result that a log with a key ring commits to.</summary>
    /// <param name="kind">The kind of secret.</param>
    /// <param name="value">The value.</param>
    public void WithholdOutput<T>(string kind, T value)
    {
        _outputIsWithheld = true;
        _capture.BeginValue(_outputStart);
        _capture.Withhold(kind, value, static v => v);
    }

    /// <summary>Records what the model's answer says about itself; what is null leaves earlier values alone.</summary>
    /// <param name="usage">Model, tokens and so on.</param>
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

    /// <summary>The model that answered.</summary>
    /// <param name="model">Null leaves the earlier value.</param>
    public void Model(string? model) => _model = model ?? _model;

    /// <summary>The model's provider.</summary>
    /// <param name="provider">Null leaves the earlier value.</param>
    public void Provider(string? provider) => _provider = provider ?? _provider;

    /// <summary>The tokens spent; null leaves the earlier value.</summary>
    /// <param name="input">Of the request.</param>
    /// <param name="output">Of the answer.</param>
    /// <param name="cached">Of the request, from the provider's cache.</param>
    /// <param name="reasoning">Of the answer, for reasoning.</param>
    public void Tokens(long? input, long? output, long? cached, long? reasoning) =>
        _usage = new Tokens(input, output, cached, reasoning).Or(_usage);

    /// <summary>Further tokens spent, on top of those said before.</summary>
    /// <inheritdoc cref="Tokens"/>
    public void AddTokens(long? input, long? output, long? cached, long? reasoning) =>
        _usage += new Tokens(input, output, cached, reasoning);

    /// <summary>Why the model stopped.</summary>
    /// <param name="reason">Null leaves the earlier value.</param>
    public void StopReason(string? reason) => _stopReason = reason ?? _stopReason;

    /// <summary>The provider's id of the answer.</summary>
    /// <param name="id">Null leaves the earlier value.</param>
    public void ResponseId(string? id) => _responseId = id ?? _responseId;

    /// <summary>Records an input that is JSON already: the members of an object each as a value of its own.</summary>
    internal void Input(JsonText json)
    {
        if (WantsInput && !json.IsAbsent)
        {
            _capture.InputJson(json);
            _inputLength = _outputStart = _capture.Length;
        }
    }

    /// <summary>Records an input whose members are not a method's arguments.</summary>
    internal void Input(Action<CaptureWriter> write)
    {
        if (WantsInput)
        {
            Input(write, static (writer, write) => write(writer));
        }
    }
}
