using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

public sealed partial class CaptureWriter
{
    private KnownWriters? _writers;
    private JsonLibrary? _library;

    internal void Any(object? value)
    {
        var type = value?.GetType();
        if (type is not null && _writers?.Find(type) is { } write && !IsFreeWithin(type))
        {
            write(this, value!);
        }
        else if (!Scalar(value) && !Structured(value!) && !OfLibrary(value!, type!))
        {
            Opaque(TypeWords.Of(type!));
        }
    }

    /// <summary>Writes a value of declared type <see cref="object"/> if its run-time type is known. Otherwise it writes <c>"[not recorded:Full.Type]"</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="writers">The writers for the types that the calling project can write, at any depth of the value.</param>
    public void Any(object? value, KnownWriters writers)
    {
        var outer = _writers;
        _writers = writers;
        try
        {
            Any(value);
        }
        finally
        {
            _writers = outer;
        }
    }

    private bool Scalar(object? value)
    {
        switch (value)
        {
            case null: Null(); break;
            case string v: Value(v); break;
            case bool v: Value(v); break;
            case int v: Value(v); break;
            case long v: Value(v); break;
            case double v: Value(v); break;
            case decimal v: Value(v); break;
            case float v: Value(v); break;
            case byte v: Value(v); break;
            case sbyte v: Value(v); break;
            case short v: Value(v); break;
            case ushort v: Value(v); break;
            case uint v: Value(v); break;
            case ulong v: Value(v); break;
            case nint v: Value((long)v); break;
            case nuint v: Value((ulong)v); break;
            case Half v: Value(v); break;
            case Int128 v: Value(v); break;
            case UInt128 v: Value(v); break;
            case char v: Value(v); break;
            case DateTime v: Value(v); break;
            case DateTimeOffset v: Value(v); break;
            case DateOnly v: Value(v); break;
            case TimeOnly v: Value(v); break;
            case TimeSpan v: Value(v); break;
            case Guid v: Value(v); break;
            case Uri v: Value(v); break;
            case Version v: Value(v); break;
            case byte[] v: Value(v); break;
            case ReadOnlyMemory<byte> v: Value(v); break;
            case JsonElement v: Value(v); break;
            case JsonNode v: Value(v); break;
            case JsonDocument v: Value(v); break;
            case JsonText v: Value(v); break;
            case Enum v: UnknownEnum(v); break;
            default: return false;
        }

        return true;
    }

    private bool Structured(object value)
    {
        switch (value)
        {
            case IReadOnlyCollection<KeyValuePair<string, object?>> or ICollection<KeyValuePair<string, object?>>:
                Entries(value, (IEnumerable<KeyValuePair<string, object?>>)value, static key => key, static (w, item) => w.Any(item));
                return true;
            case IDictionary entries:
                Entries(value, Untyped(entries), KeyText, static (w, item) => w.Any(item));
                return true;
            case ICollection items:
                Items(value, items.Cast<object?>(), static (w, item) => w.Any(item));
                return true;
            case IReadOnlyCollection<object?> items:
                Items(value, items, static (w, item) => w.Any(item));
                return true;
            case ITuple tuple:
                Tuple(tuple);
                return true;
            case IEnumerable items when IsCollection(value.GetType()):
                Items(value, items.Cast<object?>(), static (w, item) => w.Any(item));
                return true;
            default:
                return false;
        }
    }

    // Only the compiler knows the names of a tuple's elements.
    private void Tuple(ITuple tuple)
    {
        if (!BeginObject(tuple))
        {
            return;
        }

        for (var i = 0; i < tuple.Length; i++)
        {
            Property("item" + (i + 1).ToString(CultureInfo.InvariantCulture));
            Any(tuple[i]);
        }

        EndObject();
    }

    // A set such as HashSet<int> implements only generic collection interfaces, so its namespace identifies it. Types nested in the framework's collections do not
    // count, because enumerating them may remove items.
    private static bool IsCollection(Type type) =>
        !type.IsNested && type.Namespace is { } space && (space + ".").StartsWith("System.Collections.", StringComparison.Ordinal);

    // Makes the same texts as the writers of declared keys.
    private static string KeyText(object key) => key switch
    {
        bool v => v ? "true" : "false",
        DateTime v => v.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset v => v.ToString("O", CultureInfo.InvariantCulture),
        DateOnly v => v.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly v => v.ToString("O", CultureInfo.InvariantCulture),
        Uri v => v.OriginalString,
        Enum v => FlagNames.Of(v) ?? FlagNames.Number(v),
        _ => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "",
    };

    private static IEnumerable<KeyValuePair<object, object?>> Untyped(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new(entry.Key, entry.Value);
        }
    }

    private void UnknownEnum(Enum value)
    {
        if (FlagNames.Of(value) is { } name)
        {
            EnumName(name);
        }
        else
        {
            Separate();
            _json.Raw(Encoding.ASCII.GetBytes(FlagNames.Number(value)));
        }
    }
}
