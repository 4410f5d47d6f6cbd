using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgentStepLog;
using Microsoft.Extensions.AI;
using NativeAot;

// Runs every kind of wiring in a program that was compiled ahead of time, then reads the log back, typed, and verifies it.
var folder = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "agentsteplog-aot");
var tools = new SurfTools();
string path;
using (var log = SurfLog.Start(folder, new() { Agent = "surf", LlmContent = CaptureMode.Full }))
{
    path = log.Path!;
    var spot = await tools.FindSpotAsync("Taghazout, Morocco", token: "secret-4711");
    Func<int, double> tide = tools.Tide;
    var waves = 0;
    await foreach (var wave in tools.WavesAsync(3))
    {
        waves += wave;
    }

    var table = tools.AgentTools();
    var result = await table.InvokeAsync("FindSpot", """{"name":"Anchor Point, Morocco","hours":3}""");
    try
    {
        tide(24);
    }
    catch (ArgumentOutOfRangeException)
    {
        Console.WriteLine("refused");
    }

    new SurfModel().Ask([new(ChatRole.User, "Taghazout")], new() { Temperature = 0.5f, Tools = [new HostedWebSearchTool()] });
    log.Complete($"{spot.Name} {tools.Better(waves, 5)} {tide(9)} {result.Content}");
}

var steps = SurfLog.Read(path).Steps;
Console.WriteLine(string.Join(",", steps.OfType<CallStep>().Select(static s => $"{s.Method!.Split('.')[^1]}:{s.Route}")));
Console.WriteLine(steps.OfType<SurfLog.FindSpotStep>().First().Output!.Heights.Count);
var ask = steps.OfType<SurfLog.AskStep>().Single();
var asked = JsonSerializer.Deserialize(ask.Messages!.Value.Utf8, (JsonTypeInfo<ChatMessage[]>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatMessage[])))!;
var answer = JsonSerializer.Deserialize(ask.Output!.Value.Utf8, (JsonTypeInfo<ChatResponse>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponse)))!;
var call = (FunctionCallContent)answer.Messages[0].Contents[0];
Console.WriteLine($"{asked[0].Role} {asked[0].Text} {call.Name} {call.Arguments!["name"]} {ask.Options} {string.Join(',', ask.ToolsOffered)}");
Console.WriteLine(StepLogVerifier.Verify(path).Verdict);
