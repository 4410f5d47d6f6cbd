using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.Json;
using AgentStepLog.Tools;

namespace AgentStepLog.CompilerServices;

// The part of the reader for values of several types, where one member names the type.
public readonly partial struct JsonInput
{
    /// <summary>Whether a member says that the value has this type.</summary>
    /// <param name="property">The member's name.</param>
    /// <param name="name">The content of that member for this type.</param>
    /// <param name="kind">The value, to be read as that type.</param>
    public bool IsKind(string property, string name, out JsonInput kind)
    {
        var isIt = Discriminator(property) is { ValueKind: JsonValueKind.String } told && told.ValueEquals(name);
        kind = isIt ? Told(property) : this;
        return isIt;
    }

    /// <inheritdoc cref="IsKind(string, string, out JsonInput)"/>
    /// <param name="property">The member's name.</param>
    /// <param name="number">The content of that member for this type.</param>
    /// <param name="kind">The value, to be read as that type.</param>
    public bool IsKind(string property, int number, out JsonInput kind)
    {
        var isIt = Discriminator(property) is { ValueKind: JsonValueKind.Number } told && told.TryGetInt32(out var value) && value == number;
        kind = isIt ? Told(property) : this;
        return isIt;
    }

    /// <summary>Whether the value is an object without the member that names its type.</summary>
    /// <param name="property">The member's name.</param>
    public bool IsOfNoKind(string property) => _element.ValueKind == JsonValueKind.Object && !_element.TryGetProperty(property, out _);

    /// <summary>Reports a value that has none of the allowed types.</summary>
    /// <param name="property">The name of the member that names the type.</param>
    /// <param name="known">The allowed contents of that member, as JSON.</param>
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
