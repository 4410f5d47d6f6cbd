using System.Diagnostics;

namespace AgentStepLog.Writing;

/// <summary>Which run a new one comes from, and which trace it belongs to. What is said outright goes before what is nearest.</summary>
internal static class Lineage
{
    /// <param name="options">What is said outright; the rest is set.</param>
    /// <param name="outerRun">The run that is active here; null for none.</param>
    /// <param name="outerTrace">The trace of it.</param>
    internal static void Resolve(StepLogOptions options, string? outerRun, string? outerTrace)
    {
        var surroundings = options.InheritParent && options.Ids.DescribesProcess;
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        var process = surroundings ? RunLink.FromEnvironment() : null;
        options.ParentRunId ??= options.Parent?.RunId ?? (surroundings ? outerRun : null)
            ?? (surroundings ? TraceState.RunIdOf(activity?.TraceStateString) : null) ?? process?.RunId;
        options.TraceId = options.Parent?.TraceId ?? activity?.TraceId.ToHexString() ?? (surroundings ? outerTrace : null) ?? process?.TraceId
            ?? ActivityTraceId.CreateRandom().ToHexString();
    }
}
