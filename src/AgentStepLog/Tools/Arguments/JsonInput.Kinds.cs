using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

// Values that may be of several types, of which a member tells which.
public readonly partial struct JsonInput
{
    /// <summary>Whether a member tells that it is of this type.</summary>
    /// <param name="property">The member's name.</param>
    /// <param name="name">What it says then.</param>
    /// <param name="kind">The value, to be read as that type.</param>
    public bool IsKind(string property, string name, out JsonInput kind)
    {
        var isIt = Discriminator(property) is { ValueKind: JsonValueKind.String } told && told.ValueEquals(name);
        kind = isIt ? Told(property) : this;
        return isIt;
    }

    /// <inheritdoc cref="IsKind(string, string, out JsonInput)"/>
    /// <param name="property">The member's name.</param>
    /// <param name="number">What it says then.</param>
    /// <param name="kind">The value, to be read as that type.</param>
    public bool IsKind(string property, int number, out JsonInput kind)
    {
        var isIt = Discriminator(property) is { ValueKind: JsonValueKind.Number } told && told.TryGetInt32(out var value) && value == number;
        kind = isIt ? Told(property) : this;
        return isIt;
    }

    /// <summary>Whether it is an object that does not tell of which type it is.</summary>
    /// <param name="property">The name of the member that would.</param>
    public bool IsOfNoKind(string property) => _element.ValueKind == JsonValueKind.Object && !_element.TryGetProperty(property, out _);

    /// <summary>Of none of the types that may stand here.</summary>
    /// <param name="property">The name of the member that tells.</param>
    /// <param name="known">What it may say, as JSON.</param>
    public T UnknownKind<T>(string property, ReadOnlySpan<string> known)
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            return Unexpected<T>("an object", default!);
        }

        return new JsonInput(Discriminator(property), Path, property, 0, _problems).Unexpected<T>("one of " + JsonRange.List(known), default!);
    }

    private JsonInput Told(string property) => this with { Reading = new(Reading?.TextNumbers ?? false, Reading?.NamedNumbers ?? false, property) };

    private JsonPart Discriminator(string property) =>
        _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(property, out var told) ? told : default;
}
