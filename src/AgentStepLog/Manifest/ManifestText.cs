using System.Collections.Generic;
using System.Linq;

namespace AgentStepLog;

/// <summary>Brings the sections of a manifest together. The analyzer that writes the file at build compiles the same source.</summary>
internal static class ManifestText
{
    /// <param name="sections">JSON objects, indented by four spaces, without a line break at the end.</param>
    public static string Join(IReadOnlyCollection<string> sections) =>
        "{\n  \"v\": 1,\n  \"assemblies\": [" + string.Concat(sections.Select((text, i) => (i == 0 ? "\n" : ",\n") + text)) + (sections.Count == 0 ? "]\n}\n" : "\n  ]\n}\n");
}
