using AgentStepLog;
using RepoAgents.Agents;
using RepoAgents.Planning;
using RepoAgents.Planning.Deterministic;
using RepoAgents.Planning.OpenAi;
using RepoAgents.Printing;
using RepoAgents.Tools;

namespace RepoAgents.App;

/// <summary>The program, with everything that it takes from its surroundings handed in.</summary>
public static class RepoAgentApp
{
    /// <summary>Runs the program once.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Where the answer, the tree and the verdict go.</param>
    /// <param name="errors">Where messages about failures go.</param>
    /// <param name="environment">Reads an environment variable; null for one that is not set.</param>
    /// <param name="color">Whether the terminal shows colours.</param>
    /// <param name="cancellationToken">Stops the run; its log then says that it was canceled.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, Func<string, string?> environment, bool color,
        CancellationToken cancellationToken)
    {
        try
        {
            var command = CommandLine.Parse(arguments);
            if (command.Help)
            {
                output.WriteLine(CommandLine.HelpText);
                return ExitCodes.Answered;
            }

            var folder = new RepoFolder(command.Folder, command.Logs);
            var settings = OpenAiSettings.From(environment);
            using var log = RepoLog.Start(command.Logs, new()
            {
                Agent = nameof(RepoAgent),
                AgentVersion = typeof(RepoAgentApp).Assembly.GetName().Version?.ToString(3),
                Task = command.Question,
                Metadata = new Dictionary<string, string>
                {
                    ["folder"] = folder.Root,
                    ["planner"] = settings is null ? "deterministic" : settings.Provider,
                },
            });
            var code = await AnswerAsync(command.Question, folder, settings, log, output, errors, cancellationToken).ConfigureAwait(false);
            return RunReport.Write(log.Path!, output, color) ? code : ExitCodes.Failed;
        }
        catch (Exception e) when (e is UsageException or IOException or FormatException or StepLogException)
        {
            errors.WriteLine(Printable.Block(e.Message));
            return ExitCodes.Usage;
        }
    }

    private static async Task<int> AnswerAsync(
        string question, RepoFolder folder, OpenAiSettings? settings, RepoLog log, TextWriter output, TextWriter errors,
        CancellationToken cancellationToken)
    {
        var repoTools = new RepoTools(folder);
        var tools = ToolTable.Combine(repoTools.AgentTools(), new SearchAgent(repoTools).AgentTools());
        IPlanner planner = settings is null ? new DeterministicPlanner() : new OpenAiPlanner(settings, tools);
        try
        {
            var answer = await new RepoAgent(planner, tools).RunAsync(question, cancellationToken).ConfigureAwait(false);
            log.Complete(answer.Text);
            output.WriteLine(Printable.Block(answer.Text));
            return answer.Understood ? ExitCodes.Answered : ExitCodes.NotUnderstood;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            log.Cancel();
            errors.WriteLine("The run was interrupted.");
            return ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // Whatever ended the run is said in the log and to the user; nothing goes on after it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.Fail(e);
            errors.WriteLine("The run failed: " + Printable.Block(e.Message));
            return ExitCodes.Failed;
        }
    }
}
