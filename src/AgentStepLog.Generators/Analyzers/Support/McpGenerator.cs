using System;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// The generator of the MCP SDK, which turns XML comments into descriptions. It declares each partial tool a second time. A declaration
/// without a body must not be repeated (CS0756, CS0111).
/// </summary>
internal static class McpGenerator
{
    /// <summary>The remedy, as a clause.</summary>
    public const string Remedy = "set <AgentStepLogReplaceMcpGenerator>true</AgentStepLogReplaceMcpGenerator> in the project, "
        + "since the MCP SDK's own generator would declare the method a second time (CS0756)";

    /// <summary>Whether it would declare the method a second time if that became partial. Then the property must be set first.</summary>
    public static bool DeclaresAgain(IMethodSymbol method, AnalyzerOptions options) => FrameworkAttributes.IsOfMcp(method) && !IsReplaced(options);

    /// <summary>Whether the build already excludes that generator.</summary>
    public static bool IsReplaced(AnalyzerOptions options)
        => options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.AgentStepLogReplaceMcpGenerator", out var value)
            && string.Equals(value.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
