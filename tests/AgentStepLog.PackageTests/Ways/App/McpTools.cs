using System.IO.Pipelines;
using AgentStepLog;
using Lib;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace App;

/// <summary>Tools that a Model Context Protocol server finds by its own attribute.</summary>
[McpServerToolType]
public sealed partial class McpTools
{
    /// <summary>Shows.</summary>
    /// <param name="way">Which way.</param>
    [McpServerTool(Name = "show"), AgentTool]
    public static string Show(string way) => Ran.Through(way);

    /// <summary>Holds.</summary>
    /// <param name="way">Which way.</param>
    [McpServerTool(Name = "hold"), AgentTool]
    public static partial string Hold(string way);

    private static string HoldCore(string way) => Ran.Through(way);

    /// <summary>A server and a client in this process, which calls both tools.</summary>
    public static async Task CallAsync()
    {
        Pipe toServer = new(), toClient = new();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMcpServer()
            .WithStreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream())
            .WithTools<McpTools>();
        await using var provider = services.BuildServiceProvider();
        using var stop = new CancellationTokenSource();
        var server = provider.GetRequiredService<McpServer>().RunAsync(stop.Token);
        await using (var client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream())))
        {
            await client.CallToolAsync("show", new Dictionary<string, object?> { ["way"] = "McpTools.Show" });
            await client.CallToolAsync("hold", new Dictionary<string, object?> { ["way"] = "McpTools.Hold" });
        }

        await stop.CancelAsync();
        await Task.WhenAny(server);
    }
}
