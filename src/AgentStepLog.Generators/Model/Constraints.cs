using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>What attributes demand of a parameter or member beyond its type: in the schema, and checked when a model's argument is read.</summary>
internal sealed record Constraints
{
    public static Constraints None { get; } = new();

    /// <summary>What holds for the items of a collection as for the collection.</summary>
    public static Constraints OfItems(Constraints constraints) => constraints.NamesNumbers ? new() { NamesNumbers = true } : None;

    /// <summary>What holds of a result: nothing checks what a tool returns, so its schema must not promise it.</summary>
    public static Constraints OfResult(Constraints constraints) => new()
    {
        IsDemanded = constraints.IsDemanded,
        NamesNumbers = constraints.NamesNumbers,
        Title = constraints.Title,
    };

    /// <summary>The lowest and highest number; null where there is none.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>The first and last moment; null where there is none.</summary>
    public TimeRange? Times { get; init; }

    /// <summary>The fewest characters, items or entries; 0 for any.</summary>
    public int MinLength { get; init; }

    /// <summary>The most characters, items or entries; null for any.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression for the whole of a text.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>email</c>, <c>uri</c>, <c>date</c>, <c>date-time</c> or <c>time</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a text is bytes in base64.</summary>
    public bool IsBase64 { get; init; }

    /// <summary>The values that may stand there, as JSON; empty where any may.</summary>
    public EquatableArray<string> Allowed { get; init; }

    /// <summary>Those that may not, as JSON.</summary>
    public EquatableArray<string> Denied { get; init; }

    /// <summary>Whether it must be given, whatever default it has.</summary>
    public bool IsDemanded { get; init; }

    /// <summary>Whether null is no value of it, whatever its type says.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>Whether numbers may come as text: <c>[JsonNumberHandling]</c>.</summary>
    public bool ReadsNumbersFromText { get; init; }

    /// <summary>Whether NaN and the infinities have names in it: <c>[JsonNumberHandling]</c>.</summary>
    public bool NamesNumbers { get; init; }

    /// <summary>What a reader may call it.</summary>
    public string? Title { get; init; }
}
