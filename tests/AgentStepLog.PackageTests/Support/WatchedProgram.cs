using System.Diagnostics;
using System.Threading.Channels;

namespace AgentStepLog.PackageTests.Support;

/// <summary>A program under <c>dotnet watch</c>, without a terminal, and what both print.</summary>
internal sealed class WatchedProgram : IDisposable
{
    // A change that the watcher missed because it was not yet looking is made again.
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _seen = [];

    /// <param name="folder">The project's folder.</param>
    /// <param name="environment">Variables for the watcher, its builds and the program.</param>
    public WatchedProgram(string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = CommandLine.Start("dotnet", folder, ["watch", "--non-interactive", "run"], environment);
        start.RedirectStandardInput = true;
        start.Environment["DOTNET_WATCH_SUPPRESS_EMOJIS"] = "1";
        start.Environment["DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER"] = "1";
        // The watcher builds in its own process.
        start.Environment.Remove("DOTNET_CLI_USE_MSBUILD_SERVER");
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, e) => Took(e.Data);
        _process.ErrorDataReceived += (_, e) => Took(e.Data);
        _process.Exited += (_, _) => _lines.Writer.TryComplete();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All that was printed until now.</summary>
    public string Output => string.Join("\n", _seen);

    /// <summary>Waits for a line.</summary>
    /// <param name="isMeant">Whether it is the one.</param>
    /// <param name="again">Called whenever it has not come for a while.</param>
    public async Task<string> LineAsync(Func<string, bool> isMeant, Action? again = null)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            while (_lines.Reader.TryRead(out var line))
            {
                _seen.Add(line);
                if (isMeant(line))
                {
                    return line;
                }
            }

            Assert.False(_lines.Reader.Completion.IsCompleted, $"dotnet watch ended:\n{Output}");
            Assert.True(began.Elapsed < Hang.Limit, $"The line did not come:\n{Output}");
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            pause.CancelAfter(s_again);
            try
            {
                await _lines.Reader.WaitToReadAsync(pause.Token);
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                again?.Invoke();
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Took(string? line)
    {
        if (line is not null)
        {
            _lines.Writer.TryWrite(line);
        }
    }
}
