using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>An annotated method of a supported shape: all that the emitters need to know of it.</summary>
internal sealed record MethodModel
{
    public required ContainingType Type { get; init; }

    public required RecordedKind Kind { get; init; }

    /// <summary>The member's name, unescaped.</summary>
    public required string Name { get; init; }

    /// <summary>The member's name as C# writes it.</summary>
    public required string EscapedName { get; init; }

    /// <summary>The wrapper's name in <see cref="ContainingType.WrapperClass"/>; overloads bear a number.</summary>
    public required string WrapperName { get; init; }

    /// <summary>The tool's name as the model sees it, or the agent's name. For an LLM call the member's name.</summary>
    public required string StepName { get; init; }

    /// <summary><c>AgentToolAttribute.Name</c> or <c>AgentRunAttribute.Name</c>, as given.</summary>
    public required string? ExplicitName { get; init; }

    /// <summary><c>AgentToolAttribute.Description</c>, as given.</summary>
    public required string? ExplicitDescription { get; init; }

    /// <summary><c>AgentToolAttribute.Effect</c>: the member's name; null where nothing is said.</summary>
    public string? Effect { get; init; }

    /// <summary>The attribute's <c>Capture</c>: the member's name; null where nothing is said.</summary>
    public string? Capture { get; init; }

    /// <summary><c>AgentToolAttribute.OnLogFailure</c>: the member's name; null where nothing is said.</summary>
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

    /// <summary>For a method that records itself; null where the calls are intercepted.</summary>
    public CalleeModel? Callee { get; init; }

    /// <summary>Whether the method, its type or a container is marked obsolete: then what calls it must be too.</summary>
    public required bool IsObsolete { get; init; }

    /// <summary>Whether a type of its parameters or of its result is obsolete: then so is a record that has them as properties.</summary>
    public required bool HasObsoleteValues { get; init; }

    /// <summary>Ids of <c>[Experimental]</c> on what the generated code names, to be suppressed there. Ordinal order.</summary>
    public required EquatableArray<string> ExperimentalIds { get; init; }

    /// <summary>Its documentation comment id, which tells overloads apart: <c>M:Surf.SurfTools.GetWeatherAsync(System.String)</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>Ids of the members that it overrides or implements: one tool with it.</summary>
    public EquatableArray<string> Replaces { get; init; }

    public required ReturnShape ReturnShape { get; init; }

    /// <summary>What the result is, by itself or inside its task, if it runs after the call has returned.</summary>
    public LazyShape Lazy { get; init; }

    /// <summary>How the result is written and read; null where there is none. A lazy one is a list of its items.</summary>
    public required ValueModel? Result { get; init; }

    /// <summary>The kind given to <c>[return: Sensitive]</c>; null where the attribute is absent.</summary>
    public required string? ResultSensitiveKind { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The log that the containing type holds; null for the ambient one only.</summary>
    public required LogAccess? Log { get; init; }

    /// <summary>Where an LLM call's result says model, tokens and the like; null for other kinds, or where it says nothing.</summary>
    public required UsageModel? Usage { get; init; }

    /// <summary>Where a model call says what tools it offers; null where it does not.</summary>
    public ToolOffer? Offer { get; init; }

    /// <summary>The named types that parameters and result reach, each once, by key.</summary>
    public required ShapeSet Shapes { get; init; }

    /// <summary>What a model is told of the tool: attribute, <c>[Description]</c> or XML summary; null where nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>What the XML docs say of the returned value.</summary>
    public string? ReturnsDescription { get; init; }

    /// <summary><c>Surf.SurfTools.GetWeatherAsync</c>: what the log calls <c>method</c>.</summary>
    public string FullName => (DeclaredIn ?? Type.FullName) + "." + Name;

    /// <summary>The full name of the type that declares the annotated member, where the wrapper is for another type.</summary>
    public string? DeclaredIn { get; init; }

    /// <summary>Whether the original is called by <c>base.</c>, from inside of <see cref="Type"/>.</summary>
    public bool IsBaseCall { get; init; }

    public ReceiverKind Receiver => Signature.Receiver;
}
