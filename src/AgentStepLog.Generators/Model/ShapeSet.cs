using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>The named types that values reach, each once, ordered by key.</summary>
/// <param name="HasAny">Whether a value is among them whose own type decides at run time how it is written.</param>
/// <param name="HasMessages">Whether a value is among them that a library writes.</param>
/// <param name="Offer">How offered tools are described; null where no call offers any.</param>
internal sealed record ShapeSet(EquatableArray<ObjectModel> Objects, EquatableArray<EnumModel> Enums, bool HasAny = false, bool HasMessages = false, ToolOffer? Offer = null)
{
    /// <summary>Ids of <c>[Experimental]</c> that a file suppresses in order to name them.</summary>
    public IEnumerable<string> ExperimentalIds =>
        Objects.SelectMany(static o => o.ExperimentalIds).Concat(Enums.SelectMany(static e => e.ExperimentalIds));
}
