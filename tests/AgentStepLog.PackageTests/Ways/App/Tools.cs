using AgentStepLog;
using Lib;

namespace App;

public interface IAnnotated
{
    /// <summary>Finds, by its interface.</summary>
    /// <param name="way">The member that calls, like "Ways.Direct".</param>
    [AgentTool]
    string Seek(string way);
}

public interface IPlain
{
    string Look(string way);
}

public class Tools : IAnnotated, IPlain
{
    /// <summary>Finds.</summary>
    /// <param name="way">The member that calls, like "Ways.Direct".</param>
    [AgentTool]
    public virtual string Find(string way) => Ran.Through(way);

    /// <summary>Looks.</summary>
    /// <param name="way">The member that calls, like "Ways.Direct".</param>
    [AgentTool]
    public string Look(string way) => Ran.Through(way);

    public string Seek(string way) => Ran.Through(way);
}

public class Closed : Tools
{
    public override string Find(string way) => throw new InvalidOperationException("Only the base is called.");

    public string Up() => base.Find("Closed.Up");
}

public partial class Open : Tools
{
    public override string Find(string way) => throw new InvalidOperationException("Only the base is called.");

    public string Up() => base.Find("Open.Up");
}

public interface IOwned
{
    string Keep(string way);
}

public partial class Owned : IOwned
{
    /// <summary>Keeps.</summary>
    /// <param name="way">The member that calls, like "Ways.Direct".</param>
    [AgentTool]
    public partial string Keep(string way);

    private string KeepCore(string way) => Ran.Through(way);
}
