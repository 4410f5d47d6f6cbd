using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>The names of a table function's own locals. They differ from those of the tool's parameters.</summary>
internal sealed record TableLocals(string Self, string Arguments, string Origin, string CancellationToken)
{
    public static TableLocals Of(MethodModel method)
    {
        var names = new LocalNames(method.Parameters.Select(static p => p.EscapedName));
        return new TableLocals(names.Fresh("__self"), names.Fresh("__arguments"), names.Fresh("__origin"), names.Fresh("__cancellationToken"));
    }
}
