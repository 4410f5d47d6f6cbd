using AgentStepLog;
using RepoAgents.App;

namespace RepoAgents.Tests.Support;

/// <summary>One run of the program inside this process, its log in a directory of its own.</summary>
public sealed class AppRun : IDisposable
{
    private readonly TempFolder _logs;

    private AppRun(TempFolder logs, int exitCode, string output, string errors)
    {
        (_logs, ExitCode, Output, Errors) = (logs, exitCode, output, errors);
        LogPath = Directory.Exists(logs.In("run")) ? Directory.GetFiles(logs.In("run"), "*.jsonl").Single() : "";
    }

    public int ExitCode { get; }

    public string Output { get; }

    public string Errors { get; }

    public string LogPath { get; }

    public StepLogFile Log => RepoLog.Read(LogPath);

    public RunEndStep End => Log.Steps.OfType<RunEndStep>().Single();

    public string Answer => End.Answer.ToElement().GetString()!;

    public IReadOnlyList<CallStep> Calls => Log.Steps.OfType<CallStep>().ToList();

    public static Task<AppRun> AskAsync(string question, string folder, CancellationToken cancellationToken, Dictionary<string, string>? environment = null) =>
        RunAsync(logs => ["--logs", logs, question, folder], cancellationToken, environment);

    public static async Task<AppRun> RunAsync(
        Func<string, IReadOnlyList<string>> arguments, CancellationToken cancellationToken, Dictionary<string, string>? environment = null)
    {
        var logs = new TempFolder();
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await RepoAgentApp.RunAsync(
            arguments(logs.In("run")), output, errors, name => environment?.GetValueOrDefault(name), color: false, cancellationToken);
        return new(logs, code, output.ToString(), errors.ToString());
    }

    public void Dispose() => _logs.Dispose();
}
