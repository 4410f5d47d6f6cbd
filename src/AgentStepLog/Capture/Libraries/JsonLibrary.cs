using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AgentStepLog.Capture;
using AgentStepLog.Json;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// A library whose values are recorded in the library's own JSON, so that the library can read them again. Generated code keeps one for Microsoft.Extensions.AI, if the
/// user's project references it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonLibrary
{
    private readonly Assembly _assembly;
    private readonly JsonSerializerOptions _options;

    // The tables are weak, because types may belong to assemblies that are unloaded.
    private readonly ConditionalWeakTable<Type, StrongBox<JsonTypeInfo?>> _contracts = [];
    private readonly ConditionalWeakTable<Type, object> _free = [];

    /// <summary>Uses the library's own options, with one change: values of types that the library does not declare are recorded by the log's rules.</summary>
    /// <param name="options">The options with which the library serializes.</param>
    /// <param name="member">A type of the library.</param>
    /// <param name="writers">The writers for the calling project's own types.</param>
    public JsonLibrary(JsonSerializerOptions options, Type member, KnownWriters writers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(writers);
        _assembly = member.Assembly;
        Writers = writers;
        _options = new(options) { Encoder = LogJson.Encoder, WriteIndented = false };
        if (options.TypeInfoResolver is { } resolver)
        {
            _options.TypeInfoResolver = resolver.WithAddedModifier(WriteAsNearest);
        }

        HeldValues.AddConverters(_options.Converters, this);
        _options.MakeReadOnly();
    }

    internal KnownWriters Writers { get; }

    /// <summary>Whether the type is the library's own.</summary>
    internal bool Declares(Type type) => type.Assembly == _assembly;

    /// <summary>The library's contract for a type; null if the library does not know the type.</summary>
    internal JsonTypeInfo? Contract(Type type) => _contracts.TryGetValue(type, out var known) ? known.Value : _contracts.GetValue(type, t => new(Find(t))).Value;

    /// <summary>The library's type of a value, or its nearest base type in the library; null if the library can write neither.</summary>
    internal Type? TypeOf(object value)
    {
        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            if (Declares(type))
            {
                return Contract(type) is null ? null : type;
            }
        }

        return null;
    }

    /// <summary>
    /// The type as which the library writes a value that is declared as <c>object</c>: the base type that distinguishes its derived types, if there is one.
    /// </summary>
    internal Type Declared(Type type)
    {
        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            if (Contract(t)?.PolymorphismOptions is not null)
            {
                return t;
            }
        }

        return type;
    }

    /// <summary>Whether the library may write a type that it does not declare: nothing in the type is withheld.</summary>
    internal bool MayWrite(Type type)
    {
        if (!_free.TryGetValue(type, out var free))
        {
            free = JsonSerializer.IsReflectionEnabledByDefault && WithheldMembers.NoneIn(type, this) && Contract(type) is not null;
            _free.AddOrUpdate(type, free);
        }

        return (bool)free;
    }

    private JsonTypeInfo? Find(Type type)
    {
        try
        {
            return OptionsFor(type).TryGetTypeInfo(type, out var contract) ? contract : null;
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return null; // the type has no valid contract, for example because two members have one name
        }
    }

    // Options keep every contract that they have made, so a type that may be unloaded needs options of its own. Equal options would share their cache, so these get one
    // more modifier.
    private JsonSerializerOptions OptionsFor(Type type) => type.IsCollectible
        ? new(_options) { TypeInfoResolver = _options.TypeInfoResolver?.WithAddedModifier(static _ => { }) }
        : _options;

    // A content type of the user's own is written as the library's base type. It must not make the whole value fail.
    private static void WriteAsNearest(JsonTypeInfo contract)
    {
        if (contract.PolymorphismOptions is { UnknownDerivedTypeHandling: JsonUnknownDerivedTypeHandling.FailSerialization } types)
        {
            types.UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor;
        }
    }
}
