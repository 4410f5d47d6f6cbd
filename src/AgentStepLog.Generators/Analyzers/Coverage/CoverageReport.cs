using System;
using System.Collections.Generic;
using System.Linq;

namespace AgentStepLog.Generators.Analyzers.Coverage;

/// <summary>The findings of the rules in one project, in an order that does not depend on machine, culture or threads.</summary>
internal sealed class CoverageReport
{
    public CoverageReport(string assembly, IEnumerable<CoverageMethod> methods, IEnumerable<CoverageCall> calls)
    {
        Assembly = assembly;
        Methods = [.. methods
            .Distinct()
            .OrderBy(static m => m.Method, StringComparer.Ordinal)
            .ThenBy(static m => m.File, StringComparer.Ordinal)
            .ThenBy(static m => m.Line)];
        Calls = [.. calls
            .Distinct()
            .OrderBy(static c => c.File, StringComparer.Ordinal)
            .ThenBy(static c => c.Line)
            .ThenBy(static c => c.Column)
            .ThenBy(static c => c.Method, StringComparer.Ordinal)
            .ThenBy(static c => c.Rule, StringComparer.Ordinal)
            .ThenBy(static c => c.Reason, StringComparer.Ordinal)];
    }

    public string Assembly { get; }

    public IReadOnlyList<CoverageMethod> Methods { get; }

    public IReadOnlyList<CoverageCall> Calls { get; }

    public int Tools => Methods.Count(static m => m.Tool is not null);

    public int WithStatus(string status) => Methods.Count(m => m.Status == status);

    public int WithRoute(string route) => Calls.Count(c => c.Route == route);
}
