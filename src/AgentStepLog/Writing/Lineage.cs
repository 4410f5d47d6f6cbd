using System.Diagnostics;

namespace AgentStepLog.Writing;

/// <summary>Which run a new one comes from, and which trace it belongs to. What is said outright goes before what is nearest.</summary>
internal static class Lineage
{
    internal static StepLogOptions Resolve(StepLogOptions options)
    {
        var surroundings = options.InheritParent && options.Ids.DescribesProcess;
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        var outer = surroundings ? StepLog.Current : null;
        var process = surroundings ? RunLink.FromEnvironment() : null;
        return options with
        {
            ParentRunId = options.ParentRunId ?? options.Parent?.RunId ?? outer?.RunId
                ?? (surroundings ? TraceState.RunIdOf(activity?.TraceStateString) : null) ?? process?.RunId,
            TraceId = options.Parent?.TraceId ?? activity?.TraceId.ToHexString() ?? outer?.TraceId ?? process?.TraceId
                ?? ActivityTraceId.CreateRandom().ToHexString(),
        };
    }
}
