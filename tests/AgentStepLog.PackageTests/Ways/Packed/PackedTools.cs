using AgentStepLog;

namespace Packed;

/// <summary>Tools that come in a package.</summary>
public partial class PackedTools
{
    /// <summary>Fetches.</summary>
    /// <param name="way">The member that calls, like "Ways.Package".</param>
    [AgentTool]
    public string Fetch(string way) => Note(way);

    /// <summary>Keeps.</summary>
    /// <param name="way">The member that calls, like "Ways.Package".</param>
    [AgentTool]
    public partial string Keep(string way);

    private string KeepCore(string way) => Note(way);

    /// <summary>Told of every run: the package knows nothing of the app.</summary>
    public static Func<string, string> Note { get; set; } = static way => way;

    public string Inside() => Fetch("PackedTools.Inside");
}
