using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Types of values that are tools for a call and no data of it: tokens, services, loggers, progress. A record leaves them out, without a mark that they could not be
/// recorded.
/// </summary>
internal static class AmbientTypes
{
    public static bool Is(ITypeSymbol type) => type is INamedTypeSymbol named && (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        ? Is(named.TypeArguments[0])
        : named.MetadataName switch
        {
            "CancellationToken" or "CancellationTokenSource" => Namespaces.IsIn(named, "System", "Threading"),
            "IServiceProvider" or "IProgress`1" => Namespaces.IsIn(named, "System"),
            "ILogger" or "ILogger`1" or "ILoggerFactory" => Namespaces.IsIn(named, "Microsoft", "Extensions", "Logging"),
            _ => false,
        });
}
