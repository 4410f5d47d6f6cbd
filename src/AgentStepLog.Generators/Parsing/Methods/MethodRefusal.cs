namespace AgentStepLog.Generators.Parsing;

/// <summary>Why an annotated method is not recorded at all (ASL2004). <see cref="Reasons"/> has the sentences.</summary>
internal enum MethodRefusal
{
    /// <summary>The method can be recorded.</summary>
    None,
    LocalFunction,
    NotOrdinary,
    ExplicitImplementation,
    StaticAbstract,
    RefReturn,
    RefStruct,
    Pointer,
    AsyncVoid,
    StreamOfOwnType,
    Awaitable,
    FileType,
    InaccessibleType,
    AmbiguousType,
    ExtensionBlock,
    PrivateInStaticType,
    PrivateInInterface,
    NoUnsafeAccessor,
    NoGenericUnsafeAccessor,
    VarArgs,
    ContainerNotPartial,
    OutputsOfStream,
}
