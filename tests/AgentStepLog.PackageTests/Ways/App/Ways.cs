using System.Linq.Expressions;
using AgentStepLog;
using Lib;
using Packed;

namespace App;

/// <summary>Every way that C# has to reach a tool. Each passes its own name, which is the caller that the log should name.</summary>
public sealed class Ways(Tools tools)
{
    private readonly string _field = tools.Find("Ways._field");

    public void Direct() => tools.Find("Ways.Direct");

    public void Conditional() => ((Tools?)tools)?.Find("Ways.Conditional");

    public void Interface() => ((IAnnotated)tools).Seek("Ways.Interface");

    public void PlainInterface() => ((IPlain)tools).Look("Ways.PlainInterface");

    public void Implementation() => tools.Seek("Ways.Implementation");

    public void Base() => new Closed().Up();

    public void OpenBase() => new Open().Up();

    public void Delegate()
    {
        Func<string> call = () => tools.Find("Ways.Delegate");
        call();
    }

    public void LocalFunction()
    {
        Call();
        void Call() => tools.Find("Ways.LocalFunction");
    }

    public void MethodGroup()
    {
        Func<string, string> call = tools.Find;
        call("Ways.MethodGroup");
    }

    public void Reflection() => typeof(Tools).GetMethod("Find")!.Invoke(tools, ["Ways.Reflection"]);

    public void DynamicReceiver() => ((dynamic)tools).Find("Ways.DynamicReceiver");

    public void DynamicArgument() => tools.Find((dynamic)"Ways.DynamicArgument");

    public void ExpressionTree()
    {
        Expression<Func<string>> tree = () => tools.Find("Ways.ExpressionTree");
        tree.Compile()();
    }

    public Task Table() => tools.AgentTools().InvokeAsync("Find", """{"way":"table"}""").AsTask();

    public void Project() => new LibTools().Fetch("Ways.Project");

    public void ProjectInside() => new LibTools().Inside();

    public void Package() => new PackedTools().Fetch("Ways.Package");

    public void PackageInside() => new PackedTools().Inside();

    public void OtherGenerator()
    {
        Early.Direct(tools);
        Late.Direct(tools);
    }

    public string Field() => _field;
}
