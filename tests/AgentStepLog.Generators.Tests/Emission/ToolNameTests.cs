using AgentStepLog.Generators.Parsing;
using AgentStepLog.Generators.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace AgentStepLog.Generators.Tests.Emission;

/// <summary>Tools bear the names that Microsoft.Extensions.AI gives them, so that a log and a model's calls match.</summary>
public sealed class ToolNameTests
{
    [Theory]
    [InlineData(nameof(Named.GetWeatherAsync))]
    [InlineData(nameof(Named.GetWeather_Async))]
    [InlineData(nameof(Named.Get_Async_Weather))]
    [InlineData(nameof(Named.SyncAsync))]
    [InlineData(nameof(Named.Async))]
    [InlineData(nameof(Named.AsyncAsync))]
    [InlineData(nameof(Named.StreamAsync))]
    [InlineData(nameof(Named.GetAsyncValue))]
    [InlineData(nameof(Named.Größe_Async))]
    [InlineData(nameof(Named.Shown))]
    public void Name_is_the_one_of_an_AIFunction(string method)
    {
        var expected = AIFunctionFactory.Create(typeof(Named).GetMethod(method)!, target: null, options: null).Name;

        var references = Source.References.Add(MetadataReference.CreateFromFile(typeof(Named).Assembly.Location));
        var type = Source.Compile("").WithReferences(references).GetTypeByMetadataName(typeof(Named).FullName!)!;
        var symbol = type.GetMembers(method).OfType<IMethodSymbol>().Single();

        Assert.Equal(expected, StepNames.Of(Annotations.OwnOf(symbol)!));
    }
}

public static class Named
{
    [AgentTool] public static Task<int> GetWeatherAsync() => Task.FromResult(1);
    [AgentTool] public static ValueTask GetWeather_Async() => default;
    [AgentTool] public static Task Get_Async_Weather() => Task.CompletedTask;
    [AgentTool] public static int SyncAsync() => 1;
    [AgentTool] public static Task Async() => Task.CompletedTask;
    [AgentTool] public static Task AsyncAsync() => Task.CompletedTask;
    [AgentTool] public static async IAsyncEnumerable<int> StreamAsync() { await Task.Yield(); yield return 1; }
    [AgentTool] public static ValueTask<int> GetAsyncValue() => default;
    [AgentTool] public static Task Größe_Async() => Task.CompletedTask;
    [AgentTool, System.ComponentModel.DisplayName("shown-name")] public static void Shown() { }
}
