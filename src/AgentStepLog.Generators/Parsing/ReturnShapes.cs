using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Tells what a method gives back.</summary>
internal static class ReturnShapes
{
    /// <summary>The shape, with the type of the value in it; null for the shapes that are not supported.</summary>
    public static ReturnShape? Of(IMethodSymbol method, out ITypeSymbol? result)
    {
        result = null;
        var type = method.ReturnType;
        if (method.ReturnsVoid)
        {
            // async void has no end that could be recorded.
            return method.IsAsync ? null : ReturnShape.Void;
        }

        if (type is INamedTypeSymbol named && IsIn(named, "System", "Threading", "Tasks"))
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

        if (IsDeferred(type))
        {
            return null;
        }

        result = type;
        return ReturnShape.Value;
    }

    /// <summary>Whether Microsoft.Extensions.AI takes the method for asynchronous when it derives its name.</summary>
    public static bool IsAsynchronous(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { MetadataName: "Task" or "Task`1" or "ValueTask" or "ValueTask`1" } task
            && IsIn(task, "System", "Threading", "Tasks")
        || method.ReturnType is INamedTypeSymbol { MetadataName: "IAsyncEnumerable`1" } stream
            && IsIn(stream, "System", "Collections", "Generic");

    /// <summary>What goes on after the call has returned: awaitables of other kinds, streams and lazy sequences.</summary>
    private static bool IsDeferred(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { MetadataName: "IEnumerable`1" } sequence && IsIn(sequence, "System", "Collections", "Generic")
            || type is INamedTypeSymbol { MetadataName: "IEnumerable" } old && IsIn(old, "System", "Collections"))
        {
            return true;
        }

        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t is INamedTypeSymbol { MetadataName: "Stream" } stream && IsIn(stream, "System", "IO")
                || t is INamedTypeSymbol { MetadataName: "Task" } task && IsIn(task, "System", "Threading", "Tasks"))
            {
                return true;
            }

            foreach (var member in t.GetMembers("GetAwaiter"))
            {
                if (member is IMethodSymbol { Parameters.Length: 0, IsStatic: false })
                {
                    return true;
                }
            }
        }

        if (type is INamedTypeSymbol named && IsAsyncSequence(named))
        {
            return true;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (IsAsyncSequence(contract))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsyncSequence(INamedTypeSymbol type) =>
        type.MetadataName is "IAsyncEnumerable`1" or "IAsyncEnumerator`1" && IsIn(type, "System", "Collections", "Generic");

    private static bool IsIn(INamedTypeSymbol type, params string[] names)
    {
        if (type.ContainingType is not null)
        {
            return false;
        }

        var space = type.ContainingNamespace;
        for (var i = names.Length - 1; i >= 0; i--)
        {
            if (space is null || space.Name != names[i])
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }
}
