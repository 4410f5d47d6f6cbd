using System;
using System.Collections.Generic;
using System.Linq;

namespace AgentStepLog.Manifest;

/// <summary>Joins the sections of a manifest. The analyzer that writes the file at build compiles the same source.</summary>
internal static class ManifestText
{
    /// <param name="own">The assembly whose section comes first. The assemblies that it references follow by name.</param>
    /// <param name="sections">The assembly names with their JSON objects, indented by four spaces, without a line break at the end.</param>
    public static string Join(string? own, IEnumerable<(string Assembly, string Json)> sections)
    {
        var texts = sections.OrderBy(s => s.Assembly != own).ThenBy(static s => s.Assembly, StringComparer.Ordinal).Select(static s => "\n" + s.Json).ToList();
        return "{\n  \"v\": 1,\n  \"assemblies\": [" + string.Join(",", texts) + (texts.Count == 0 ? "]\n}\n" : "\n  ]\n}\n");
    }
}
