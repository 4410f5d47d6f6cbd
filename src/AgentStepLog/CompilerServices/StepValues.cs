using System.ComponentModel;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Reading;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

/// <summary>The recorded values of one call, from which its typed step is made. Generated code reads them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepValues
{
    private readonly CallStep _step;
    private readonly JsonProblems _problems = new(strictNames: false);
    private JsonPart? _input; // null if it is not captured or hashed, or if its blob is gone
    private int _read;
    private bool _assumed;

    private StepValues(CallStep step) => _step = step;

    /// <summary>Reads an argument.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value. If it is missing or has another shape, the type's default, and then no typed step is made.</returns>
    public T Input<T>(string name, Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(read);
        var path = JsonPath.Root.Member(name);
        var element = _input is { } input && input.TryGetProperty(name, out var value) ? value : default;
        if (IsWithheld<T>(WithheldParts.Pointer("/input", name), element))
        {
            _problems.Add(path, "withheld");
            return default!;
        }

        _read++;
        return new JsonInput(element, path, _problems).Read(read);
    }

    /// <summary>Reads an argument of a call whose arguments may not be captured, such as those of LLM calls.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="wasLeftOutWhenNull">Whether earlier versions left the argument out where it was null.</param>
    /// <returns>The value; the type's default if the log does not have the call's arguments, or left this one out.</returns>
    public T? CapturedInput<T>(string name, Func<JsonInput, T> read, bool wasLeftOutWhenNull = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_input is not { } input)
        {
            _assumed = true;
            return default;
        }

        return wasLeftOutWhenNull && !input.TryGetProperty(name, out _) ? default : Input(name, read);
    }

    /// <summary>Reads the returned value.</summary>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value; the type's default if the call failed or its output was not captured.</returns>
    public T? Output<T>(Func<JsonInput, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!_step.OutputValue.IsCaptured)
        {
            return default;
        }

        var path = JsonPath.Root.Member("output");
        if (!_step.OutputValue.TryGetValue(out var output))
        {
            _problems.Add(path, "gone");
            return default;
        }

        var element = JsonIndex.Of(output.Memory);
        if (IsWithheld<T>("/output", element))
        {
            _problems.Add(path, "withheld");
            return default;
        }

        return new JsonInput(element, path, _problems).Read(read);
    }

    /// <summary>
    /// Makes the typed step, or returns the untyped one if a value cannot be read. Overloads share a name; of these, the one that reads the most arguments is used.
    /// </summary>
    internal static CallStep Read(CallStep step, IReadOnlyList<Func<CallStep, StepValues, CallStep>> factories)
    {
        JsonPart? arguments = null;
        if (!step.InputValue.Line.IsAbsent && step.InputValue.TryGetValue(out var input) && input.Utf8[0] == (byte)'{')
        {
            arguments = JsonIndex.Of(input.Memory);
        }
        else if (factories.Count > 1 && step.Kind == StepKind.LlmCall)
        {
            return step; // the step does not show which overload was called
        }

        var (best, most) = (step, -1);
        foreach (var factory in factories)
        {
            var values = new StepValues(step) { _input = arguments };
            // Arguments that were not captured fit every overload, so such a match does not count.
            if (values.TryMake(factory) is { } typed && values._read > most && (factories.Count == 1 || !values._assumed))
            {
                (best, most) = (typed, values._read);
            }
        }

        return best;
    }

    // JSON, such as messages, may contain marks of withheld values, so only a value that is withheld as a whole counts.
    private bool IsWithheld<T>(string at, JsonPart value) =>
        typeof(T) == typeof(JsonText) || typeof(T) == typeof(JsonText?)
            ? _step.Withheld.Any(withheld => withheld.At == at)
            : WithheldParts.Any(_step.Withheld, at, value);

    private CallStep? TryMake(Func<CallStep, StepValues, CallStep> factory)
    {
        try
        {
            var typed = factory(_step, this);
            return _problems.Any ? null : typed;
        }
        catch (Exception) when (_problems.Any)
        {
            return null; // a type of the user's rejects the default that replaces an unreadable value
        }
    }
}
