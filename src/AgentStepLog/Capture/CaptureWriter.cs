using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentStepLog.Capture;

/// <summary>Writes captured values as JSON straight into the step's buffer. Generated code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CaptureWriter
{
    internal CaptureWriter()
    {
    }

    /// <summary>The name of the next member. A leading <c>$</c> is doubled.</summary>
    /// <param name="name">The user's name.</param>
    public void Property(string name) => throw new NotImplementedException();

    /// <summary>Writes null.</summary>
    public void Null() => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(bool value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(sbyte value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(byte value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(short value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(ushort value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(int value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(uint value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(long value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(ulong value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(float value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(double value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(decimal value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(Half value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(Int128 value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(UInt128 value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(string? value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(char value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(DateTime value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(DateTimeOffset value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(DateOnly value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(TimeOnly value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(TimeSpan value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(Guid value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(Uri? value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(Version? value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(byte[]? value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(ReadOnlyMemory<byte> value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(JsonElement value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(JsonNode? value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(JsonDocument? value) => throw new NotImplementedException();

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    public void Value(JsonText value) => throw new NotImplementedException();

    /// <summary>Writes an enum member by its name.</summary>
    /// <param name="name">The member's name.</param>
    public void EnumName(string name) => throw new NotImplementedException();

    /// <summary>Begins the object of a value type.</summary>
    /// <returns>False if it is nested too deep; <c>"[depth]"</c> is then written in its place.</returns>
    public bool BeginObject() => throw new NotImplementedException();

    /// <summary>Begins the object of a reference type.</summary>
    /// <param name="identity">The object.</param>
    /// <returns>False if null, a cycle or too deep: null, <c>"[cycle]"</c> or <c>"[depth]"</c> is then written in its place.</returns>
    public bool BeginObject(object? identity) => throw new NotImplementedException();

    /// <summary>Ends the object begun last.</summary>
    public void EndObject() => throw new NotImplementedException();

    /// <summary>Reads a property whose getter may throw.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="value">What it gave.</param>
    /// <returns>False if it threw: <c>"[unreadable:Namespace.ExceptionType]"</c> is then written in its place.</returns>
    public bool Get<TOwner, TValue>(TOwner owner, Func<TOwner, TValue> get, [MaybeNullWhen(false)] out TValue value) => throw new NotImplementedException();

    /// <summary>Writes an array. A lazy sequence is not enumerated, since that could run the user's code or use it up: <c>"[not enumerated]"</c>.</summary>
    /// <param name="items">The items; null writes null.</param>
    /// <param name="write">Writes one item.</param>
    public void List<T>(IEnumerable<T>? items, Action<CaptureWriter, T> write) => throw new NotImplementedException();

    /// <summary>Writes an object of a dictionary's entries.</summary>
    /// <param name="items">The entries; null writes null.</param>
    /// <param name="key">Makes a key's text.</param>
    /// <param name="write">Writes one value.</param>
    public void Dictionary<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>>? items, Func<TKey, string> key, Action<CaptureWriter, TValue> write) => throw new NotImplementedException();

    /// <summary>Writes a value of declared type <see cref="object"/> if its own type is a known one, else <c>"[not recorded:Full.Type]"</c>.</summary>
    /// <param name="value">The value.</param>
    public void Any(object? value) => throw new NotImplementedException();

    /// <summary>Writes <c>"[not recorded:Full.Type]"</c> for a value without JSON form.</summary>
    /// <param name="type">The type's full name.</param>
    public void Opaque(string type) => throw new NotImplementedException();

    /// <summary>Writes <c>"[redacted:kind]"</c> in place of a secret.</summary>
    /// <param name="kind">The kind of secret.</param>
    public void Withhold(string kind) => throw new NotImplementedException();
}
