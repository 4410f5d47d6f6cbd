using System.Runtime.CompilerServices;

namespace AgentStepLog.Redacting;

/// <summary>What an argument or a member that is <see cref="SensitiveAttribute"/> held when its call was made.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Of a type that never changes: text, number, time, id, address or version.</param>
internal readonly record struct SecretValue(string Kind, object Value)
{
    // Two addresses with other passwords are equal to each other, so that only texts are compared.
    public bool Equals(SecretValue other) =>
        Kind == other.Kind && (ReferenceEquals(Value, other.Value) || (Value is string text && text.Equals(other.Value as string, StringComparison.Ordinal)));

    public override int GetHashCode() => Value is string text ? text.GetHashCode(StringComparison.Ordinal) : RuntimeHelpers.GetHashCode(Value);
}
