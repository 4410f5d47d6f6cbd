using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Tests.Support.Analyzers;

/// <summary>
/// A generator of somebody else that intercepts <c>Tools.{method}(string)</c>, in our namespace even, but without our
/// <c>[GeneratedCode]</c>.
/// </summary>
internal sealed class InterceptingGenerator(string method, bool marker) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var locations = context.SyntaxProvider.CreateSyntaxProvider(
            (node, _) => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && access.Name.Identifier.ValueText == method,
            static (found, token) => found.SemanticModel.GetInterceptableLocation((InvocationExpressionSyntax)found.Node, token)!.GetInterceptsLocationAttributeSyntax());
        context.RegisterSourceOutput(locations.Collect(), (production, attributes) => production.AddSource(
            "Foreign.g.cs",
            $$"""
            namespace System.Runtime.CompilerServices
            {
                [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
                file sealed class InterceptsLocationAttribute : Attribute { public InterceptsLocationAttribute(int version, string data) { } }
            }
            namespace AgentStepLog.Generated
            {
                internal static class Foreign
                {
                    {{string.Join("\n", attributes)}}
                    internal static int {{method}}(this global::Tools self, string text) => 0;
                }
                {{(marker ? "internal static class InterceptionMarker;" : "")}}
            }
            """));
    }
}
