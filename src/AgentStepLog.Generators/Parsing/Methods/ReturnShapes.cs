using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Recognises the kind of a method's result.</summary>
internal static class ReturnShapes
{
    /// <summary>The shape, with the type of the value in it; null for an unsupported type.</summary>
    public static ReturnShape? Of(IMethodSymbol method, out ITypeSymbol? result)
    {
        var shape = Outer(method, out result);
        return Check(method, shape, result) == MethodRefusal.None ? shape : null;
    }

    /// <summary>Why the result cannot be recorded; <see cref="MethodRefusal.None"/> if it can.</summary>
    public static MethodRefusal Check(IMethodSymbol method) => Check(method, Outer(method, out var result), result);

    /// <summary>Whether Microsoft.Extensions.AI treats the method as asynchronous when it derives the tool's name.</summary>
    public static bool IsAsynchronous(IMethodSymbol method) =>
        IsTask(method)
        || method.ReturnType is INamedTypeSymbol { MetadataName: "IAsyncEnumerable`1" } stream
            && Namespaces.IsIn(stream, "System", "Collections", "Generic");

    /// <summary>Whether the method returns <c>Task</c>, <c>ValueTask</c> or one of these with a value.</summary>
    public static bool IsTask(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { MetadataName: "Task" or "Task`1" or "ValueTask" or "ValueTask`1" } task
            && Namespaces.IsIn(task, "System", "Threading", "Tasks");

    private static ReturnShape Outer(IMethodSymbol method, out ITypeSymbol? result)
    {
        result = null;
        if (method.ReturnsVoid)
        {
            return ReturnShape.Void;
        }

        if (method.ReturnType is INamedTypeSymbol named && Namespaces.IsIn(named, "System", "Threading", "Tasks"))
        {
            switch (named.MetadataName)
            {
                case "Task":
                    return ReturnShape.Task;
                case "ValueTask":
                    return ReturnShape.ValueTask;
                case "Task`1":
                    result = named.TypeArguments[0];
                    return ReturnShape.TaskOfT;
                case "ValueTask`1":
                    result = named.TypeArguments[0];
                    return ReturnShape.ValueTaskOfT;
            }
        }

        if (Awaitables.ResultOf(method.ReturnType) is { } given && Awaitables.HasBuilder(method.ReturnType))
        {
            result = given.SpecialType == SpecialType.System_Void ? null : given;
            return ReturnShape.Awaitable;
        }

        result = method.ReturnType;
        return ReturnShape.Value;
    }

    private static MethodRefusal Check(IMethodSymbol method, ReturnShape shape, ITypeSymbol? result)
    {
        if (shape == ReturnShape.Void && method.IsAsync)
        {
            return MethodRefusal.AsyncVoid;
        }

        if (result is not null && LazyShapes.IsOfOwnType(result))
        {
            return MethodRefusal.StreamOfOwnType;
        }

        var isRefused = shape switch
        {
            ReturnShape.Value => Awaitables.ResultOf(result!) is not null,
            ReturnShape.Awaitable => result is not null && LazyShapes.Of(result, out _) != LazyShape.None,
            _ => false,
        };
        return isRefused ? MethodRefusal.Awaitable : MethodRefusal.None;
    }
}
