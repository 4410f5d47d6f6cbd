using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>A type with all its recorded methods, ordered by wrapper name. Becomes one generated file.</summary>
/// <param name="FileName">The beginning of the names of its generated files. It also differs from all others when case is ignored.</param>
internal sealed record TypeModel(ContainingType Type, string FileName, EquatableArray<MethodModel> Methods)
{
    /// <summary>A copy without the facts that wrappers do not use, so that a changed description or member does not generate the wrappers again.</summary>
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
