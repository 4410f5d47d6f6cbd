using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A type with all its recorded methods, ordered by wrapper name. Becomes one generated file.</summary>
/// <param name="FileName">What the names of its generated files begin with: unlike any other's also where case does not count.</param>
internal sealed record TypeModel(ContainingType Type, string FileName, EquatableArray<MethodModel> Methods)
{
    /// <summary>Without what wrappers do not show, so that a changed description or a changed member does not write them anew.</summary>
    public TypeModel WithoutDetails() => this with
    {
        Methods = Methods.Select(m => m with
        {
            Shapes = new ShapeSet(default, default),
            Description = null,
            ExplicitDescription = null,
            ReturnsDescription = null,
            Parameters = m.Parameters.Select(p => p with { Description = null }).ToEquatableArray(),
        }).ToEquatableArray(),
    };
}
