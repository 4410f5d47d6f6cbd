using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>An annotated method that can be recorded, with all facts that the emitters need.</summary>
internal sealed record MethodModel
{
    public required ContainingType Type { get; init; }

    public required RecordedKind Kind { get; init; }

    /// <summary>The member's name, unescaped.</summary>
    public required string Name { get; init; }

    /// <summary>The member's name as C# writes it.</summary>
    public required string EscapedName { get; init; }

    /// <summary>The wrapper's name in <see cref="ContainingType.WrapperClass"/>. Overloads have a number.</summary>
    public required string WrapperName { get; init; }

    /// <summary>The tool's name as the model sees it, or the agent's name. For an LLM call the member's name.</summary>
    public required string StepName { get; init; }

    /// <summary><c>AgentToolAttribute.Name</c> or <c>AgentRunAttribute.Name</c>, as given.</summary>
    public required string? ExplicitName { get; init; }

    /// <summary><c>AgentToolAttribute.Description</c>, as given.</summary>
    public required string? ExplicitDescription { get; init; }

    /// <summary>The name of the member given as <c>AgentToolAttribute.Effect</c>; null where it is not given.</summary>
    public string? Effect { get; init; }

    /// <summary>The name of the member given as the attribute's <c>Capture</c>; null where it is not given.</summary>
    public string? Capture { get; init; }

    /// <summary>The name of the member given as <c>AgentToolAttribute.OnLogFailure</c>; null where it is not given.</summary>
    public string? OnLogFailure { get; init; }

    /// <summary><c>LlmCallAttribute.Model</c>, as given.</summary>
    public required string? Model { get; init; }

    /// <summary><c>LlmCallAttribute.Provider</c>, as given.</summary>
    public required string? Provider { get; init; }

    /// <summary>Whether generated code outside the type can name the member.</summary>
    public required MemberReach Reach { get; init; }

    /// <summary>The signature as code outside of the type writes it, with nullable annotations.</summary>
    public required Signature Signature { get; init; }

    /// <summary>The signature as code inside the type writes it; null where nothing is generated there.</summary>
    public Signature? InnerSignature { get; init; }

    /// <summary>The facts of a method that records itself; null where the calls are intercepted.</summary>
    public CalleeModel? Callee { get; init; }

    /// <summary>Whether the method, its type or a container is obsolete. Then the code that calls it must be obsolete, too.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Whether the type of a parameter or of the result is obsolete. Then a record with such properties must be obsolete, too.</summary>
    public required bool HasObsoleteValues { get; init; }

    /// <summary>Ids of <c>[Experimental]</c> on the symbols that the generated code names, which it suppresses. Ordinal order.</summary>
    public required EquatableArray<string> ExperimentalIds { get; init; }

    /// <summary>The method's documentation comment id, which differs for overloads: <c>M:Surf.SurfTools.GetWeatherAsync(System.String)</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Ids of the members that the method overrides or implements. They are one tool with it.</summary>
    public EquatableArray<string> Replaces { get; init; }

    public required ReturnShape ReturnShape { get; init; }

    /// <summary>The kind of a result that runs after the call has returned, by itself or inside its task.</summary>
    public LazyShape Lazy { get; init; }

    /// <summary>How the result is written and read; null where there is none. A lazy result is a list of its items.</summary>
    public required ValueModel? Result { get; init; }

    /// <summary>The kind given to <c>[return: Sensitive]</c>; null where the attribute is absent.</summary>
    public required string? ResultSensitiveKind { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The log that the containing type holds; null where only the active log is used.</summary>
    public required LogAccess? Log { get; init; }

    /// <summary>The members of an LLM call's result that state the model, tokens and the like; null for other kinds, or where there are none.</summary>
    public required UsageModel? Usage { get; init; }

    /// <summary>The parameter of an LLM call that has the offered tools; null where there is none.</summary>
    public ToolOffer? Offer { get; init; }

    /// <summary>The named types that parameters and result reach, each once, by key.</summary>
    public required ShapeSet Shapes { get; init; }

    /// <summary>The tool's description for a model, from the attribute, <c>[Description]</c> or the XML summary; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The description of the returned value in the XML docs.</summary>
    public string? ReturnsDescription { get; init; }

    /// <summary><c>Surf.SurfTools.GetWeatherAsync</c>: the log's <c>method</c>.</summary>
    public string FullName => (DeclaredIn ?? Type.FullName) + "." + Name;

    /// <summary>The full name of the type that declares the annotated member, where the wrapper is for another type.</summary>
    public string? DeclaredIn { get; init; }

    /// <summary>Whether the original is called by <c>base.</c>, from inside <see cref="Type"/>.</summary>
    public bool IsBaseCall { get; init; }

    public ReceiverKind Receiver => Signature.Receiver;
}
