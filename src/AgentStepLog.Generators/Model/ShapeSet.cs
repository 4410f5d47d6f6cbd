using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The named types that values reach, each once, ordered by key.</summary>
/// <param name="HasAny">Whether one of the values is written by its type at run time.</param>
/// <param name="HasMessages">Whether a library writes one of the values.</param>
/// <param name="Offer">How offered tools are described; null where no call has any.</param>
internal sealed record ShapeSet(EquatableArray<ObjectModel> Objects, EquatableArray<EnumModel> Enums, bool HasAny = false, bool HasMessages = false, ToolOffer? Offer = null)
{
    /// <summary>Ids of <c>[Experimental]</c> that a file with these types suppresses.</summary>
    public IEnumerable<string> ExperimentalIds =>
        Objects.SelectMany(static o => o.ExperimentalIds).Concat(Enums.SelectMany(static e => e.ExperimentalIds));
}
