using System;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The sentence of each refusal: the problem, and what to do.</summary>
internal static class Reasons
{
    public static string Sentence(MethodRefusal refusal) => refusal switch
    {
        MethodRefusal.LocalFunction =>
            "a local function cannot be intercepted; make it a method of the type",
        MethodRefusal.NotOrdinary =>
            "only ordinary methods are recorded, not operators, accessors, constructors, finalizers or methods for native callers; move its code to an ordinary method, and annotate that",
        MethodRefusal.ExplicitImplementation =>
            "an explicit implementation is only called through its interface; annotate the interface's member in its place",
        MethodRefusal.StaticAbstract =>
            "a static abstract or static virtual member is called through a type parameter, which generated code cannot name; make it an instance method, or annotate the implementation and call that by its type",
        MethodRefusal.RefReturn =>
            "it returns a reference or a span from a struct, or a reference to a task, a sequence or a span, which generated code cannot hand on; return the value itself, or a copy in an array",
        MethodRefusal.RefStruct =>
            "its type, a parameter or its result is a ref struct other than a span, which cannot be captured; take and return a span, an array or Memory<T>, and declare the method in a class or an ordinary struct",
        MethodRefusal.Pointer =>
            "a parameter or its result is a pointer, which cannot be captured; take and return an array or Memory<T>",
        MethodRefusal.AsyncVoid =>
            "the end of an async void method cannot be observed; return Task",
        MethodRefusal.StreamOfOwnType =>
            "its result is read after the call, and its class cannot be replaced by one that records that; declare the result as IAsyncEnumerable<T>, IEnumerable<T> or Stream",
        MethodRefusal.Awaitable =>
            "its result can be awaited by the caller alone: it has no [AsyncMethodBuilder], or brings a stream or a sequence that is read later; return Task, Task<T>, ValueTask or ValueTask<T>",
        MethodRefusal.FileType =>
            "a file-local type in its signature, or around it, cannot be named from generated code; make that type internal",
        MethodRefusal.InaccessibleType =>
            "a private or protected nested type in its signature, or around it, cannot be named from generated code; make that type internal",
        MethodRefusal.AmbiguousType =>
            "the full name of a type in its signature, or around it, does not mean that type: another reference has one of that name, or its reference is known by an extern alias only; rename the other type, or give the reference the alias global too",
        MethodRefusal.ExtensionBlock =>
            "members of extension blocks are recorded from the compiler of the .NET 10 SDK on; build with that, or write it as a static method with a this parameter",
        MethodRefusal.PrivateInStaticType =>
            "it is private in a static class that is not partial; make the class, and those around it, partial, or the method internal",
        MethodRefusal.PrivateInInterface =>
            "it is private or protected in an interface that is not partial; make the interface, and the types around it, partial, or the member public or internal",
        MethodRefusal.NoGenericUnsafeAccessor =>
            "it is private or protected, and generic or in a generic type, which generated code reaches only from .NET 9 on; make the type, and those around it, partial, or the method internal",
        MethodRefusal.NoUnsafeAccessor =>
            "it is private or protected in a type that is not partial, and the target framework has no UnsafeAccessorAttribute; make the type, and those around it, partial, or the method internal",
        MethodRefusal.VarArgs =>
            "__arglist cannot be passed on; take a params array",
        MethodRefusal.ContainerNotPartial =>
            "its body is to be generated, and a type around it is not partial; make all of them partial",
        MethodRefusal.OutputsOfStream =>
            "it has a ref or out parameter beside a result that runs on after the call, and one output cannot hold both; return a list or an array in place of that result, or put everything into it",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A supported method has no reason to tell."),
    };

    public static string Sentence(CallRefusal refusal) => refusal switch
    {
        CallRefusal.DynamicArgument =>
            "the receiver or an argument is dynamic, so the call is bound at run time; cast it to the declared type",
        CallRefusal.ExpressionTree =>
            "the call is part of an expression tree and is data, not a call; move it out of the expression",
        CallRefusal.BaseCall =>
            "base. calls a virtual method, which only code inside the type can do; make the type that calls, and those around it, partial",
        CallRefusal.BaseCallOutOfReach =>
            "base. calls a virtual method from a type that generated code cannot name (generic, private, protected or file-local), or of a generic base; move the body to a method that is not virtual, and call that",
        CallRefusal.TypeParameterReceiver =>
            "the receiver is a type parameter that may be a struct; constrain it to a class (where T : class), or take the interface itself",
        CallRefusal.Implicit =>
            "the compiler writes this call for another construct (a query, a collection initialiser or expression, an interpolated string, foreach, await, fixed, a range, deconstruction, await using); call the method by name",
        CallRefusal.NotInterceptable =>
            "the compiler gives no location for this call, so it cannot be intercepted; call the method by name",
        CallRefusal.EqualFiles =>
            "another source file has exactly the same content, so the compiler cannot tell the calls apart; change or remove one of the files",
        CallRefusal.InaccessibleReceiver =>
            "the type of the receiver is file-local, private or protected and cannot be named from generated code; make that type internal",
        CallRefusal.ReplacesCalleeOwned =>
            "the override takes the place of the body that records; annotate it and make it partial, as the member that it overrides is",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "The method's own refusal says why, or the call is recorded."),
    };
}
