using AgentStepLog;

namespace Lib;

/// <summary>Tools that another project calls.</summary>
public partial class LibTools
{
    /// <summary>Fetches.</summary>
    /// <param name="way">The member that calls, like "Ways.Project".</param>
    [AgentTool]
    public string Fetch(string way) => Ran.Through(way);

    /// <summary>Keeps.</summary>
    /// <param name="way">The member that calls, like "Ways.Project".</param>
    [AgentTool]
    public partial string Keep(string way);

    private string KeepCore(string way) => Ran.Through(way);

    public string Inside() => Fetch("LibTools.Inside");
}
