namespace AgentStepLog.Generators.Model;

/// <summary>A type as a value: how it is written and read.</summary>
internal sealed record ValueModel
{
    public required ValueKind Kind { get; init; }

    /// <summary>
    /// The type, fully qualified, with nullable annotations inside and none at the end: <c>global::System.Collections.Generic.List&lt;string?&gt;</c>.
    /// </summary>
    public required string Type { get; init; }

    /// <summary>The type's name in messages: <c>System.IO.Stream</c>.</summary>
    public required string DisplayType { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>Whether the value can be null: <c>T?</c>, or a reference type of code without nullable annotations.</summary>
    public required bool AllowsNull { get; init; }

    /// <summary>Whether the type, its containers and its arguments are all public.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Element of an array, list or <c>Nullable</c>, value of a dictionary.</summary>
    public ValueModel? Element { get; init; }

    /// <summary>Key of a dictionary: a scalar or an enum.</summary>
    public ValueModel? DictionaryKey { get; init; }

    /// <summary>Key of the <see cref="ObjectModel"/> or <see cref="EnumModel"/> in the method's <see cref="ShapeSet"/>.</summary>
    public string? Shape { get; init; }

    /// <summary>
    /// C# expression that makes a list or dictionary out of <c>{0}</c>, a <c>List&lt;T&gt;</c> or
    /// <c>Dictionary&lt;K, V&gt;</c> that was read; null where it cannot be made.
    /// </summary>
    public string? Construct { get; init; }

    /// <summary>The code that copies a span, <c>.ToArray()</c>; the kind is that of the copy. Empty for a value that can be stored itself.</summary>
    public string Copy { get; init; } = "";

    /// <summary>The code that makes a sequence of a list that is no sequence: <c>.ToArray()</c> of a memory. Otherwise empty.</summary>
    public string Items { get; init; } = "";

    /// <summary>The <c>JsonSerializerContext</c> through which the value is written and read; null for values that are written and read member by member.</summary>
    public string? Context { get; init; }

    /// <summary>The converter's type, where the member has its own converter.</summary>
    public string? Converter { get; init; }

    /// <summary>Whether the value has a converter that no context knows. It is recorded by its members, but a model cannot send it.</summary>
    public bool NeedsContext { get; init; }

    /// <summary>
    /// Whether a library writes the value. An object is then written as the library's own JSON. A value that is declared as <c>object</c> is, if it is of such a
    /// type at run time.
    /// </summary>
    public bool IsOfLibrary { get; init; }

    /// <summary>Whether the value is a library's object, or a list of such.</summary>
    public bool IsMessages => Kind is ValueKind.Array or ValueKind.List ? Element!.IsMessages : IsOfLibrary && Kind == ValueKind.Object;

    /// <summary><see cref="Type"/>, annotated when it is a nullable reference.</summary>
    public string AnnotatedType => AllowsNull && !IsValueType ? Type + "?" : Type;

    /// <summary>Whether the value itself has no JSON form (ASL1012). Its members are not checked.</summary>
    public bool IsOpaque => Kind == ValueKind.Opaque || (Element?.IsOpaque ?? false);
}
