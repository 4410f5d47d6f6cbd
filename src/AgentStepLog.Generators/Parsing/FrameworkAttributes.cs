using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Knows the attributes by which frameworks find methods when a program runs, to call them past every interceptor.</summary>
internal static class FrameworkAttributes
{
    // Full metadata names; what derives from one of them counts too. These give the method to a model, with a description of their own making.
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

        // libraries that make functions of a model out of methods
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

    // These call it for somebody else.
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

    // A generator of theirs writes the calls, into the same compilation.
    private static readonly HashSet<string> s_generatingNames =
    [
        "AutoGen.Core.FunctionAttribute",
        "AutoGen.FunctionAttribute",
        "CSharpToJsonSchema.FunctionToolAttribute",
    ];

    /// <summary>Whether the framework's calls of the method are code of this compilation, and no others.</summary>
    public static bool HasGeneratedCalls(IMethodSymbol method)
        => method.GetAttributes().Select(static a => a.AttributeClass).OfType<INamedTypeSymbol>().Where(IsOne).All(static type => IsOne(type, s_generatingNames));

    /// <summary>Whether a server of the Model Context Protocol's own SDK finds the method.</summary>
    public static bool IsOfMcp(IMethodSymbol method) => method.GetAttributes().Any(static a => a.AttributeClass is { } type && IsOfMcp(type));

    /// <summary>Whether the attribute is the SDK's.</summary>
    public static bool IsOfMcp(INamedTypeSymbol type) => IsOne(type)
        && type.ContainingNamespace is { Name: "Server", ContainingNamespace: { Name: "ModelContextProtocol", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The first of them on the method; null where there is none.</summary>
    public static INamedTypeSymbol? On(IMethodSymbol method) => method.GetAttributes()
        .Select(static a => a.AttributeClass)
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault(IsOne);

    /// <summary>
    /// Whether a framework gives the method to a model: it describes the parameters, and passes those that it alone can make (its server,
    /// its kernel).
    /// </summary>
    public static bool OfferAsTool(IMethodSymbol method)
        => method.GetAttributes().Any(static a => a.AttributeClass is { } type && IsOne(type, s_toolNames));

    /// <summary>Whether the attribute's class is one of them, or derives from one.</summary>
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
