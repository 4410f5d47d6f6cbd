namespace AgentStepLog.Generators.Model;

/// <summary>A type as a value: how it is written, and how it is read back.</summary>
internal sealed record ValueModel
{
    public required ValueKind Kind { get; init; }

    /// <summary>Fully qualified, with nullable annotations inside, without one at the end: <c>global::System.Collections.Generic.List&lt;string?&gt;</c>.</summary>
    public required string Type { get; init; }

    /// <summary>As messages name it: <c>System.IO.Stream</c>.</summary>
    public required string DisplayType { get; init; }

    public required bool IsValueType { get; init; }

    /// <summary>Whether null is a value of it: <c>T?</c>, or a reference type of code without nullable annotations.</summary>
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

    /// <summary>What makes a copy of a span, <c>.ToArray()</c>: the kind is that of the copy. Empty for what can be kept as it is.</summary>
    public string Copy { get; init; } = "";

    /// <summary>What makes a sequence of a list that is none itself, <c>.ToArray()</c> of a memory; else empty.</summary>
    public string Items { get; init; } = "";

    /// <summary>The <c>JsonSerializerContext</c> through which it is written and read; null for all that is written and read member by member.</summary>
    public string? Context { get; init; }

    /// <summary>The converter's type, where the member has one of its own.</summary>
    public string? Converter { get; init; }

    /// <summary>Whether it has a converter that no context knows: recorded by its members, but nothing that a model can say.</summary>
    public bool NeedsContext { get; init; }

    /// <summary>
    /// Whether a library writes it: of an object, as its messages stand in its own JSON; of what is declared as <c>object</c>, where it turns out to be of such a type.
    /// </summary>
    public bool IsOfLibrary { get; init; }

    /// <summary>Whether it is a library's value, or a list of such.</summary>
    public bool IsMessages => Kind is ValueKind.Array or ValueKind.List ? Element!.IsMessages : IsOfLibrary && Kind == ValueKind.Object;

    /// <summary><see cref="Type"/>, annotated when it is a nullable reference.</summary>
    public string AnnotatedType => AllowsNull && !IsValueType ? Type + "?" : Type;

    /// <summary>Whether the value itself has no JSON form (ASL1012); members further down are not looked at.</summary>
    public bool IsOpaque => Kind == ValueKind.Opaque || (Element?.IsOpaque ?? false);
}
