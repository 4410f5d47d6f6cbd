using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Tables;

/// <summary>The tool table of a type: its own tools, and those of its bases and interfaces.</summary>
internal sealed record TableModel(ContainingType Type, string FileName, EquatableArray<MethodModel> Own, EquatableArray<MethodModel> Inherited)
{
    /// <summary>The tables of all types with a tool of their own. Another type uses the table of its base.</summary>
    public static IEnumerable<TableModel> Of(IEnumerable<TypeModel> types)
    {
        var byName = types.ToDictionary(static t => t.Type.FullName);
        foreach (var type in byName.Values)
        {
            var own = ToolTables.Own(type).ToEquatableArray();
            if (own.Count > 0)
            {
                yield return new TableModel(type.Type, type.FileName, own, ToolTables.Inherited(type, byName).ToEquatableArray());
            }
        }
    }
}
