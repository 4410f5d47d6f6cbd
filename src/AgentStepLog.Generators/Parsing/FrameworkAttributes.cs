using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The attributes by which frameworks find methods at run time. Their calls bypass every interceptor.</summary>
internal static class FrameworkAttributes
{
    // Full metadata names; derived attributes count, too. These frameworks offer the method to a model, with a description that they make.
    private static readonly HashSet<string> s_toolNames =
    [
        // Model Context Protocol: the official SDK, and its predecessor
        "ModelContextProtocol.Server.McpServerToolAttribute",
        "McpDotNet.Server.McpToolAttribute",

        // Semantic Kernel: since 1.0, its late previews, its early ones
        "Microsoft.SemanticKernel.KernelFunctionAttribute",
        "Microsoft.SemanticKernel.SKFunctionAttribute",
        "Microsoft.SemanticKernel.SkillDefinition.SKFunctionAttribute",

        // AutoGen, whose own generator writes the calls
        "AutoGen.Core.FunctionAttribute",
        "AutoGen.FunctionAttribute",

        // libraries that turn methods into functions for a model
        "AIFunctionAttribute",
        "AIFunctionAttribute`1",
        "Mythosia.AI.Attributes.AiFunctionAttribute",
        "CSharpToJsonSchema.FunctionToolAttribute",
        "IronHive.Core.Tools.FunctionToolAttribute",
        "AchieveAi.LmDotnetTools.LmCore.Core.FunctionAttribute",
        "Anthropic.SDK.Common.FunctionAttribute",
        "OpenAI.FunctionAttribute",
        "OpenAI.Utilities.FunctionCalling.FunctionDescriptionAttribute",
    ];

    // These frameworks call the method for another purpose.
    private static readonly HashSet<string> s_otherNames =
    [
        "ModelContextProtocol.Server.McpServerPromptAttribute",
        "ModelContextProtocol.Server.McpServerResourceAttribute",
        "Microsoft.Azure.Functions.Worker.FunctionAttribute",
        "Microsoft.Azure.WebJobs.FunctionNameAttribute",
        "Microsoft.AspNetCore.Mvc.Routing.HttpMethodAttribute",
        "Microsoft.AspNetCore.Mvc.RouteAttribute",
        "Microsoft.AspNetCore.SignalR.HubMethodNameAttribute",
        "Microsoft.JSInterop.JSInvokableAttribute",
    ];

    // The frameworks' own generators write the calls into the same compilation.
    private static readonly HashSet<string> s_generatingNames =
    [
        "AutoGen.Core.FunctionAttribute",
        "AutoGen.FunctionAttribute",
        "CSharpToJsonSchema.FunctionToolAttribute",
    ];

    /// <summary>Whether all of the frameworks' calls of the method are code of this compilation.</summary>
    public static bool HasGeneratedCalls(IMethodSymbol method)
        => method.GetAttributes().Select(static a => a.AttributeClass).OfType<INamedTypeSymbol>().Where(IsOne).All(static type => IsOne(type, s_generatingNames));

    /// <summary>Whether a server of the official Model Context Protocol SDK finds the method.</summary>
    public static bool IsOfMcp(IMethodSymbol method) => method.GetAttributes().Any(static a => a.AttributeClass is { } type && IsOfMcp(type));

    /// <summary>Whether the attribute belongs to the official SDK.</summary>
    public static bool IsOfMcp(INamedTypeSymbol type) => IsOne(type)
        && type.ContainingNamespace is { Name: "Server", ContainingNamespace: { Name: "ModelContextProtocol", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The first such attribute on the method; null where there is none.</summary>
    public static INamedTypeSymbol? On(IMethodSymbol method) => method.GetAttributes()
        .Select(static a => a.AttributeClass)
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault(IsOne);

    /// <summary>
    /// Whether a framework offers the method to a model. The framework describes the parameters, and fills those that only it can make (its server,
    /// its kernel).
    /// </summary>
    public static bool OfferAsTool(IMethodSymbol method)
        => method.GetAttributes().Any(static a => a.AttributeClass is { } type && IsOne(type, s_toolNames));

    /// <summary>Whether the attribute's class is one of these, or derives from one.</summary>
    public static bool IsOne(INamedTypeSymbol type) => IsOne(type, s_toolNames) || IsOne(type, s_otherNames);

    private static bool IsOne(INamedTypeSymbol type, HashSet<string> names)
    {
        for (var t = type.OriginalDefinition; t is not null; t = t.BaseType?.OriginalDefinition)
        {
            var space = t.ContainingNamespace is { IsGlobalNamespace: false } named ? named.ToDisplayString() + "." : "";
            if (t.ContainingType is null && names.Contains(space + t.MetadataName))
            {
                return true;
            }
        }

        return false;
    }
}
