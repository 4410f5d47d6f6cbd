using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Reading;

/// <summary>The names of the methods that read objects and enums, by shape.</summary>
internal sealed class ShapeNames
{
    private readonly Dictionary<string, string> _names;

    public ShapeNames(ShapeSet shapes) =>
        _names = shapes.Objects.Select(static o => (o.Key, o.MethodName))
            .Concat(shapes.Enums.Select(static e => (e.Key, e.MethodName)))
            .ToDictionary(static p => p.Key, static p => p.MethodName);

    public string Of(ValueModel value) => _names[value.Shape!];
}
