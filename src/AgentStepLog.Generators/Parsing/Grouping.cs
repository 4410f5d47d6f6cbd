using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Brings the methods of all files together by their type.</summary>
internal static class Grouping
{
    /// <summary>Types and methods in ordinal order; a partial method annotated on both its parts stands once.</summary>
    public static IEnumerable<TypeModel> ByType(IEnumerable<EquatableArray<MethodModel>> files) => files
        .SelectMany(methods => methods)
        .GroupBy(m => m.Type.GlobalName, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new TypeModel(
            g.First().Type,
            g.GroupBy(m => m.WrapperName, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => same.First())
                .ToEquatableArray()));
}
