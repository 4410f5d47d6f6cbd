using System;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Reads the MSBuild properties that the package makes visible to the compiler.</summary>
internal static class SettingsParser
{
    private static readonly string[] s_whenNoLog = ["PassThrough", "Count", "Throw"];

    public static Settings Parse(AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.ProjectDir", out var directory);
        options.TryGetValue("build_property.AgentStepLogWhenNoLog", out var whenNoLog);
        return new Settings(directory ?? "", WhenNoLog(whenNoLog));
    }

    /// <summary>Null for the default. An unknown word is kept, so that the compiler names it in its error (CS0117).</summary>
    private static string? WhenNoLog(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var known = Array.Find(s_whenNoLog, n => string.Equals(n, value!.Trim(), StringComparison.OrdinalIgnoreCase));
        return known == s_whenNoLog[0] ? null : known ?? value!.Trim();
    }
}
