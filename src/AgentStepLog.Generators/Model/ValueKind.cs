namespace AgentStepLog.Generators.Model;

/// <summary>How a value is written to the log and read from JSON.</summary>
internal enum ValueKind
{
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Half,
    Single,
    Double,
    Decimal,
    Char,
    String,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Guid,
    Uri,
    Version,

    /// <summary><c>byte[]</c>, base64.</summary>
    Bytes,

    /// <summary><c>ReadOnlyMemory&lt;byte&gt;</c>, base64.</summary>
    ByteMemory,
    JsonElement,
    JsonNode,
    JsonDocument,

    /// <summary>This library's own JSON value.</summary>
    JsonText,

    /// <summary><c>nint</c> or <c>nuint</c>, a number. It is not read, since a number of one machine may not fit into it on another.</summary>
    NativeInteger,

    /// <summary>An enum, by member name; <see cref="ValueModel.Shape"/> is the key of its <see cref="EnumModel"/>.</summary>
    Enum,

    /// <summary><c>Nullable&lt;T&gt;</c>; <see cref="ValueModel.Element"/> is <c>T</c>.</summary>
    Nullable,

    /// <summary>A one-dimensional array of <see cref="ValueModel.Element"/>.</summary>
    Array,

    /// <summary>Any other sequence of <see cref="ValueModel.Element"/>.</summary>
    List,

    /// <summary>A dictionary from <see cref="ValueModel.DictionaryKey"/> to <see cref="ValueModel.Element"/>.</summary>
    Dictionary,

    /// <summary>An object, with members by name; <see cref="ValueModel.Shape"/> is the key of its <see cref="ObjectModel"/>.</summary>
    Object,

    /// <summary>
    /// A value that is declared as <c>object</c> or <c>dynamic</c>. Its type at run time decides how it is written. It cannot be read as its declared type.
    /// </summary>
    Any,

    /// <summary>A value with a converter of the user's, and a <c>JsonSerializerContext</c> that knows it: <see cref="ValueModel.Context"/>.</summary>
    Converted,

    /// <summary>A value without a JSON form: a stream, a delegate, a task.</summary>
    Opaque,
}
