using System.Diagnostics;

namespace AgentStepLog.Writing;

/// <summary>Finds the parent run and the trace of a new run. Explicit options go before the environment of the run.</summary>
internal static class Lineage
{
    /// <param name="options">The options of the new run. Values that are not set are filled in.</param>
    /// <param name="outerRun">The run that is active here; null for none.</param>
    /// <param name="outerTrace">The trace of that run.</param>
    internal static void Resolve(StepLogOptions options, string? outerRun, string? outerTrace)
    {
        var surroundings = options.InheritParent && options.Ids.DescribesProcess;
        var activity = options.InheritParent && Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        var process = surroundings ? RunLink.FromEnvironment() : null;
        options.ParentRunId ??= options.Parent?.RunId ?? (surroundings ? outerRun : null)
            ?? (surroundings ? TraceState.RunIdOf(activity?.TraceStateString) : null) ?? process?.RunId;
        options.TraceId = options.Parent?.TraceId ?? activity?.TraceId.ToHexString() ?? (surroundings ? outerTrace : null) ?? process?.TraceId
            ?? ActivityTraceId.CreateRandom().ToHexString();
    }
}
