using System.Text;
using RepoAgents.App;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;      // the log is closed first, and says that the run was canceled
    cancellation.Cancel();
};

var color = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or ""
    && Environment.GetEnvironmentVariable("TERM") != "dumb";
return await RepoAgentApp.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable, color, cancellation.Token);
