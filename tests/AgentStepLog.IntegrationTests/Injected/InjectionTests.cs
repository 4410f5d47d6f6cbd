using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace AgentStepLog.IntegrationTests.Injected;

/// <summary>What no model is asked for, the caller gives: services, the call itself, the log, the token.</summary>
public sealed class InjectionTests
{
    private readonly ToolTable _tools = new Harbour().AgentTools();

    [Fact]
    public void A_model_sees_only_the_arguments()
    {
        Assert.Equal(["ship"], Parameters("Moor"));
        Assert.Equal(["hours"], Parameters("Pilot"));
        Assert.Empty(Parameters("Alone"));
    }

    [Fact]
    public async Task All_that_is_injected_comes_from_the_call()
    {
        using var log = StepLog.InMemory();
        await using var services = Services();

        var result = await _tools.InvokeAsync("Moor", """{"ship":"Aida"}""", new() { CallId = "c1", Services = services }, TestContext.Current.CancellationToken);

        Assert.Equal("Aida: 3 ServiceProvider Moor c1 True\n\nNotes:\n- moored Aida", result.ToString());
        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal(("c1", """{"ship":"Aida"}""", true), (step.CallId, step.InputJson.ToString(), step.Succeeded));
        Assert.Equal(["moored Aida"], step.Notes);
    }

    [Fact]
    public async Task Keyed_services_are_found_by_strings_enum_members_and_types()
    {
        await using var services = Services();

        var result = await _tools.InvokeAsync("Pilot", "{}", new() { Services = services }, TestContext.Current.CancellationToken);

        Assert.Equal("Nora Hugo Tove 2", result.Content);
    }

    [Theory]
    [InlineData("Moor", """{"ship":"Aida"}""", typeof(IBerths))]
    [InlineData("Pilot", "{}", typeof(Pilot))]
    public async Task A_service_that_is_missing_is_an_error_that_names_it(string tool, string json, Type service)
    {
        using var log = StepLog.InMemory();
        await using var empty = new ServiceCollection().BuildServiceProvider();

        foreach (var options in new ToolCallOptions[] { new() { Services = empty }, new() })
        {
            var result = await _tools.InvokeAsync(tool, json, options, TestContext.Current.CancellationToken);

            Assert.Equal((true, $"{tool} was not called: its caller gave it no {service}."), (result.IsError, result.Content));
            Assert.Equal(service, Assert.IsType<ToolServiceException>(result.Exception).Service);
        }

        Assert.Equal(2, log.Steps.OfType<ToolCallStep>().Count());
        Assert.All(log.Steps.OfType<ToolCallStep>(), step =>
        {
            Assert.Equal(($"AgentStepLog.{nameof(ToolServiceException)}", json), (step.ErrorType, step.InputJson.ToString()));
            Assert.Empty(step.ErrorFrames);
        });
    }

    [Fact]
    public async Task A_service_that_cannot_be_made_is_an_error_with_its_cause()
    {
        using var log = StepLog.InMemory();
        await using var services = new ServiceCollection().AddSingleton<IBerths>(static _ => throw new InvalidOperationException("no sea")).BuildServiceProvider();

        var result = await _tools.InvokeAsync("Moor", """{"ship":"Aida"}""", new() { Services = services }, TestContext.Current.CancellationToken);

        Assert.Equal($"Moor was not called: its service {typeof(IBerths)} could not be made. no sea", result.Content);
        Assert.IsType<InvalidOperationException>(result.Exception!.InnerException);
        Assert.Contains(Assert.Single(log.Steps.OfType<ToolCallStep>()).ErrorFrames, frame => frame.Contains(nameof(InjectionTests), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_may_be_missing_is_null_and_notes_reach_the_model_without_a_log()
    {
        var result = await _tools.InvokeAsync("Alone", "{}", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("True True True True True\n\nNotes:\n- alone", result.ToString());
    }

    [Fact]
    public void A_direct_call_passes_what_is_written_and_records_the_arguments_alone()
    {
        using var log = StepLog.InMemory();
        var call = new ToolCallContext("Moor", "mine", log.RunId);
        using var services = Services();

        var text = new Harbour().Moor("Aida", new Berths(1), services, call, log, TestContext.Current.CancellationToken);

        Assert.Equal("Aida: 1 ServiceProvider Moor mine True", text);
        Assert.Equal(["moored Aida"], call.Notes);
        var step = Assert.Single(log.Steps.OfType<ToolCallStep>());
        Assert.Equal("""{"ship":"Aida"}""", step.InputJson.ToString());
        Assert.Equal(call.Notes, step.Notes);
    }

    private static ServiceProvider Services() => new ServiceCollection()
        .AddSingleton<IBerths>(new Berths(3))
        .AddKeyedSingleton("night", new Pilot { Name = "Nora" })
        .AddKeyedSingleton(Tide.High, new Pilot { Name = "Hugo" })
        .AddKeyedSingleton<Pilot>(typeof(Berths), static (_, _) => new() { Name = "Tove" })
        .BuildServiceProvider();

    private string[] Parameters(string tool) => [.. _tools[tool].SchemaElement.GetProperty("properties").EnumerateObject().Select(p => p.Name)];
}
