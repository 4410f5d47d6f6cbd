using System.ComponentModel;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Reading;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

/// <summary>The recorded values of one call, for the making of its typed step. Generated code reads from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepValues
{
    private readonly CallStep _step;
    private readonly JsonProblems _problems = new(strictNames: false);
    private JsonPart? _input; // null: not captured, hashed, or its blob is gone
    private int _read;
    private bool _assumed;

    private StepValues(CallStep step) => _step = step;

    /// <summary>An argument.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value; the type's default, and no typed step, when it is not there or has another shape.</returns>
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

    /// <summary>An argument of a call whose arguments need not have been captured, as those of LLM calls.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="wasLeftOutWhenNull">Whether earlier writers left the argument out of the others where it was null.</param>
    /// <returns>The value; the type's default when the log does not have the call's arguments, or left this one out.</returns>
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

    /// <summary>The returned value.</summary>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value; the type's default when the call failed or its output was not captured.</returns>
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
    /// The typed step, or the untyped one when a value could not be read. Of overloads, which share a name, the one that
    /// accounts for most of the arguments.
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
            return step; // nothing says which overload was called
        }

        var (best, most) = (step, -1);
        foreach (var factory in factories)
        {
            var values = new StepValues(step) { _input = arguments };
            // Of overloads, one fits whatever was not captured: that says nothing.
            if (values.TryMake(factory) is { } typed && values._read > most && (factories.Count == 1 || !values._assumed))
            {
                (best, most) = (typed, values._read);
            }
        }

        return best;
    }

    // JSON, as messages are read, shows by itself what is withheld within it.
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
            return null; // a type of the user's that refuses the default which stands for an unreadable value
        }
    }
}
