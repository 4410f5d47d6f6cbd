using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The constraints that attributes add to the type of a parameter or member. The schema states them, and reading a model's argument checks them.</summary>
internal sealed record Constraints
{
    public static Constraints None { get; } = new();

    /// <summary>The constraints that apply to the items of a collection as well as to the collection.</summary>
    public static Constraints OfItems(Constraints constraints) => constraints.NamesNumbers ? new() { NamesNumbers = true } : None;

    /// <summary>The constraints of a result: a tool's result is not checked, so its schema must not promise them.</summary>
    public static Constraints OfResult(Constraints constraints) => new()
    {
        IsDemanded = constraints.IsDemanded,
        NamesNumbers = constraints.NamesNumbers,
        Title = constraints.Title,
    };

    /// <summary>The range of numbers; null where there is none.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>The range of dates or times; null where there is none.</summary>
    public TimeRange? Times { get; init; }

    /// <summary>The minimum number of characters, items or entries; 0 for any.</summary>
    public int MinLength { get; init; }

    /// <summary>The maximum number of characters, items or entries; null for any.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that the whole text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>email</c>, <c>uri</c>, <c>date</c>, <c>date-time</c> or <c>time</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a text is bytes in base64.</summary>
    public bool IsBase64 { get; init; }

    /// <summary>The allowed values as JSON; empty where all are.</summary>
    public EquatableArray<string> Allowed { get; init; }

    /// <summary>The forbidden values as JSON.</summary>
    public EquatableArray<string> Denied { get; init; }

    /// <summary>Whether a value must be given even if there is a default.</summary>
    public bool IsDemanded { get; init; }

    /// <summary>Whether null is refused, whatever the type allows.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>Whether numbers may come as text: <c>[JsonNumberHandling]</c>.</summary>
    public bool ReadsNumbersFromText { get; init; }

    /// <summary>Whether NaN and the infinities may be given by name: <c>[JsonNumberHandling]</c>.</summary>
    public bool NamesNumbers { get; init; }

    /// <summary>The title in the schema.</summary>
    public string? Title { get; init; }
}
