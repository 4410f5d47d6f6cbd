using System.Reflection;

namespace AgentStepLog.Benchmarks.Wrappers;

/// <summary>A proxy of the framework's, made at run time.</summary>
public class DispatchedSearch : DispatchProxy
{
    private readonly Search _search = new();

    /// <summary>Makes one.</summary>
    public static ISearch Make() => Create<ISearch, DispatchedSearch>();

    /// <inheritdoc />
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Invoke(_search, args);
}
