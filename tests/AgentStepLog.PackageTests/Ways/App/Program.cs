using System.Reflection;
using AgentStepLog;
using App;
using Lib;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

await using var log = StepLog.Start(args[0], new() { RunId = "ways" });
Packed.PackedTools.Note = Ran.Through;
var (tools, owned) = (new Tools(), new Owned());
foreach (var ways in (object[])[new Ways(tools), new OwnedWays(owned)])
{
    foreach (var way in ways.GetType().GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
    {
        if (way.Invoke(ways, []) is Task task)
        {
            await task;
        }
    }
}

await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Home>(ParameterView.FromDictionary(
    new Dictionary<string, object?> { ["Tools"] = tools, ["Owned"] = owned }))).ToHtmlString());
await McpTools.CallAsync();
tools.Find("Program");
log.Complete();
foreach (var way in Ran.Ways)
{
    Console.WriteLine(way);
}
