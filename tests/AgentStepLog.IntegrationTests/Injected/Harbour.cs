using Microsoft.Extensions.DependencyInjection;

namespace AgentStepLog.IntegrationTests.Injected;

#pragma warning disable CA1019, CA1813 // as users declare it who have no framework that does
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute : Attribute;
#pragma warning restore CA1019, CA1813

public interface IBerths
{
    int Free(string harbour);
}

public sealed class Berths(int free) : IBerths
{
    public int Free(string harbour) => free;
}

/// <summary>A class with properties, which without its mark would be an argument.</summary>
public sealed class Pilot
{
    public string Name { get; set; } = "Ann";
}

public enum Tide
{
    Low,
    High,
}

public sealed class Harbour
{
    #region README
    [AgentTool]
    public string Moor(
        string ship, [FromServices] IBerths berths, IServiceProvider services, ToolCallContext call, StepLog log,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        call.Note("moored " + ship);
        var isSameRun = call.RunId == log.RunId;
        return $"{ship}: {berths.Free("Agadir")} {services.GetType().Name} {call.Tool} {call.CallId} {isSameRun}";
    }
    #endregion

    [AgentTool]
    public async Task<string> PilotAsync([FromKeyedServices("night")] Pilot pilot, [FromKeyedServices(Tide.High)] Pilot tide, [FromKeyedServices(typeof(Berths))] Pilot typed, int hours = 2)
    {
        await Task.Yield();
        return $"{pilot.Name} {tide.Name} {typed.Name} {hours}";
    }

    [AgentTool]
    public string Alone([FromServices] IBerths? berths, IServiceProvider? services, StepLog? log, ToolCallContext call, [FromKeyedServices("none")] Pilot? pilot = null)
    {
        call.Note("alone");
        return $"{berths is null} {services is null} {log is null} {pilot is null} {call.RunId is null}";
    }
}
