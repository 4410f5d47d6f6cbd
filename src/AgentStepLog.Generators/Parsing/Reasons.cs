using System;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The sentence of each refusal: what is in the way, and what to do.</summary>
internal static class Reasons
{
    public static string Sentence(MethodRefusal refusal) => refusal switch
    {
        MethodRefusal.LocalFunction =>
            "a local function cannot be intercepted; make it a method",
        MethodRefusal.NotOrdinary =>
            "only ordinary methods are recorded, not operators, accessors, constructors, finalizers or methods for native callers; move the body to a method",
        MethodRefusal.ExplicitImplementation =>
            "an explicit implementation is only called through its interface; annotate the interface's member",
        MethodRefusal.StaticAbstract =>
            "a static abstract or static virtual member is called through a type parameter, which generated code cannot name; make it an instance method",
        MethodRefusal.RefReturn =>
            "it returns a reference or a span from a struct, or a reference to a task, a sequence or a span, which generated code cannot hand on; return the value",
        MethodRefusal.RefStruct =>
            "its type, a parameter or its result is a ref struct other than a span, which cannot be captured; use a span, an array or a memory",
        MethodRefusal.Pointer =>
            "a parameter or its result is a pointer, which cannot be captured; use an array or a memory",
        MethodRefusal.AsyncVoid =>
            "nobody can tell when an async void method ends; return Task",
        MethodRefusal.StreamOfOwnType =>
            "its result runs on after the call, and is of a class that nothing can take the place of; declare it as IAsyncEnumerable<T>, IEnumerable<T> or Stream",
        MethodRefusal.Awaitable =>
            "its result is an awaitable without [AsyncMethodBuilder], or one of something that runs on, so nothing can await it in between; return Task, Task<T>, ValueTask or ValueTask<T>",
        MethodRefusal.FileType =>
            "a file-local type in its signature, or around it, cannot be named from generated code; make the type internal",
        MethodRefusal.InaccessibleType =>
            "a private or protected nested type in its signature, or around it, cannot be named from generated code; make the type internal",
        MethodRefusal.AmbiguousType =>
            "the full name of a type in its signature, or around it, does not mean that type: another reference has one of that name, or its reference is known by an extern alias only; rename the other type, or give the reference the alias global too",
        MethodRefusal.ExtensionBlock =>
            "members of extension blocks are recorded from the compiler of the .NET 10 SDK on; build with that, or write it as a static method with a this parameter",
        MethodRefusal.PrivateInStaticType =>
            "it is private in a static class that is not partial; make the class partial, or the method internal",
        MethodRefusal.PrivateInInterface =>
            "it is private or protected in an interface that is not partial; make the interface partial, or the member public or internal",
        MethodRefusal.NoGenericUnsafeAccessor =>
            "it is private or protected, and generic or in a generic type, which generated code reaches only from .NET 9 on; make the type partial, or the method internal",
        MethodRefusal.NoUnsafeAccessor =>
            "it is private or protected in a type that is not partial, and the target framework has no UnsafeAccessorAttribute; make the type partial, or the method internal",
        MethodRefusal.VarArgs =>
            "__arglist cannot be passed on; use params",
        MethodRefusal.ContainerNotPartial =>
            "its body is to be generated, and a type around it is not partial; make all of them partial",
        MethodRefusal.OutputsOfStream =>
            "it has a ref or out parameter beside a result that runs on after the call, and one output cannot hold both; return a list, or all in the result",
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
            "the receiver is a type parameter that may be a struct; constrain it to a class, or use the interface itself",
        CallRefusal.Implicit =>
            "the compiler writes this call for another construct (a query, a collection initialiser or expression, an interpolated string, foreach, await, fixed, a range, deconstruction, await using); call the method by name",
        CallRefusal.NotInterceptable =>
            "the compiler gives no location for this call, so it cannot be intercepted; call the method by name",
        CallRefusal.EqualFiles =>
            "another source file has exactly the same content, so the compiler cannot tell the calls apart; change or remove one of the files",
        CallRefusal.InaccessibleReceiver =>
            "the type of the receiver is file-local, private or protected and cannot be named from generated code; make it internal",
        CallRefusal.ReplacesCalleeOwned =>
            "the override takes the place of the body that records; annotate it and make it partial, as the member that it overrides is",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "The method's own refusal says why, or the call is recorded."),
    };
}
