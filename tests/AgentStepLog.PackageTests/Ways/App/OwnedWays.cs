using System.Linq.Expressions;
using AgentStepLog;
using Lib;
using Packed;

namespace App;

/// <summary>The same ways to a tool that records itself.</summary>
public sealed class OwnedWays(Owned owned)
{
    public void Direct() => owned.Keep("OwnedWays.Direct");

    public void PlainInterface() => ((IOwned)owned).Keep("OwnedWays.PlainInterface");

    public void MethodGroup()
    {
        Func<string, string> call = owned.Keep;
        call("OwnedWays.MethodGroup");
    }

    public void Reflection() => typeof(Owned).GetMethod("Keep")!.Invoke(owned, ["OwnedWays.Reflection"]);

    public void DynamicReceiver() => ((dynamic)owned).Keep("OwnedWays.DynamicReceiver");

    public void DynamicArgument() => owned.Keep((dynamic)"OwnedWays.DynamicArgument");

    public void ExpressionTree()
    {
        Expression<Func<string>> tree = () => owned.Keep("OwnedWays.ExpressionTree");
        tree.Compile()();
    }

    public Task Table() => owned.AgentTools().InvokeAsync("Keep", """{"way":"table"}""").AsTask();

    public void Project() => new LibTools().Keep("OwnedWays.Project");

    public void Package() => new PackedTools().Keep("OwnedWays.Package");

    public void OtherGenerator()
    {
        Early.Owned(owned);
        Late.Owned(owned);
    }
}
