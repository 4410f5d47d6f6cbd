using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Tools that a framework gives to a model take, beside what the model says, what the framework passes.</summary>
public sealed class FrameworkToolTests
{
    [Theory]
    [InlineData("Given", "text, place")]
    [InlineData("Own", "request, text, place")]
    public void What_only_the_framework_can_pass_is_no_input_of_its_tools(string name, string inputs)
    {
        var compilation = Source.Compile("""
            using System;
            using AgentStepLog;
            using Microsoft.SemanticKernel;
            namespace Microsoft.SemanticKernel { public sealed class KernelFunctionAttribute : Attribute { } }
            public sealed class Request { private Request() { } public string? User { get; } public object? Services { get; } }
            public record Place(string Town);
            public class Tools
            {
                [KernelFunction, AgentTool] public string Given(Request request, string text, Place place) => text;
                [AgentTool] public string Own(Request request, string text, Place place) => text;
            }
            """);
        var method = compilation.GetTypeByMetadataName("Tools")!.GetMembers(name).OfType<IMethodSymbol>().Single();
        var model = Annotations.OwnOf(method) is { } annotation ? MethodParser.Parse(annotation, compilation) : null;

        Assert.Equal(inputs, string.Join(", ", model!.Parameters.Where(p => p.IsInput).Select(p => p.Name)));
    }
}
