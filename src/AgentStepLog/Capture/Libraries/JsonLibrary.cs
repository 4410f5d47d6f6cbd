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
/// A library whose values are recorded as the library itself writes them, so that it can read them back. Generated code keeps one for Microsoft.Extensions.AI,
/// where the user's project has it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonLibrary
{
    private readonly Assembly _assembly;
    private readonly JsonSerializerOptions _options;

    // Tables and no dictionaries: types may belong to assemblies that are unloaded.
    private readonly ConditionalWeakTable<Type, StrongBox<JsonTypeInfo?>> _contracts = [];
    private readonly ConditionalWeakTable<Type, object> _free = [];

    /// <summary>Takes the library's own options as they are, but for what a log needs: values of types that the library does not declare are recorded by the log's rules.</summary>
    /// <param name="options">What the library writes its values with.</param>
    /// <param name="member">A type of the library.</param>
    /// <param name="writers">How the calling project writes its own types.</param>
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

    /// <summary>How the library writes a type; null where it does not know it.</summary>
    internal JsonTypeInfo? Contract(Type type) => _contracts.TryGetValue(type, out var known) ? known.Value : _contracts.GetValue(type, t => new(Find(t))).Value;

    /// <summary>The library's type that a value is, or derives from; null where it is none that the library can write.</summary>
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

    /// <summary>As what the library writes a value that is declared as <c>object</c>: as the type that tells its derived ones apart, where there is one.</summary>
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

    /// <summary>Whether a type that the library does not declare may be written as the library does it: it holds nothing that is withheld.</summary>
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
            return null; // the type contradicts itself, as with two members of one name
        }
    }

    // Options keep all contracts that they ever gave: those of a type that may be unloaded need their own. Ones that are equal would share what they keep, so these get one more modifier.
    private JsonSerializerOptions OptionsFor(Type type) => type.IsCollectible
        ? new(_options) { TypeInfoResolver = _options.TypeInfoResolver?.WithAddedModifier(static _ => { }) }
        : _options;

    // A content of the user's own is what the library makes of it, and not the end of all that stands around it.
    private static void WriteAsNearest(JsonTypeInfo contract)
    {
        if (contract.PolymorphismOptions is { UnknownDerivedTypeHandling: JsonUnknownDerivedTypeHandling.FailSerialization } types)
        {
            types.UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToNearestAncestor;
        }
    }
}
