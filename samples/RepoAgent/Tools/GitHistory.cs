using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using RepoAgents.Tools.Results;

namespace RepoAgents.Tools;

/// <summary>Reads a repository's history through the <c>git</c> program, started without a shell.</summary>
internal static class GitHistory
{
    private const char FieldEnd = '\u001f';

    /// <summary>The newest commits first; of one file or folder when <paramref name="fullPath"/> is given.</summary>
    /// <exception cref="InvalidOperationException">git is missing, the folder is in no repository, or git failed; says which.</exception>
    public static async Task<IReadOnlyList<Commit>> LogAsync(
        string folder, int count, string? fullPath, CancellationToken cancellationToken)
    {
        var output = await RunAsync(
            folder,
            ["log", "-n", count.ToString(CultureInfo.InvariantCulture), "--no-show-signature", "--no-color",
                "--format=%h%x1f%an%x1f%aI%x1f%s", .. fullPath is null ? Array.Empty<string>() : ["--", fullPath]],
            cancellationToken).ConfigureAwait(false);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => Parse(line)).ToList();
    }

    private static Commit Parse(string line)
    {
        var fields = line.Split(FieldEnd, 4);
        return new(fields[0], fields[1], DateTimeOffset.Parse(fields[2], CultureInfo.InvariantCulture), fields[3]);
    }

    private static async Task<string> RunAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        // Paths are names, never patterns; and git says its errors in English, so that they can be told apart.
        foreach (var argument in (string[])["--no-pager", "--literal-pathspecs", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";

        using var git = Start(start);
        git.StandardInput.Close();
        try
        {
            var errors = git.StandardError.ReadToEndAsync(cancellationToken);
            var output = await git.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            var error = await errors.ConfigureAwait(false);
            await git.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return git.ExitCode == 0 ? output : throw Failure(error.Trim(), git.ExitCode);
        }
        catch (OperationCanceledException)
        {
            git.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                "git was not found on the PATH; install git, or ask a question that needs no history.", e);
        }
    }

    private static InvalidOperationException Failure(string error, int exitCode) =>
        error.Contains("not a git repository", StringComparison.Ordinal)
            ? new("The folder is not in a git repository, so there is no history to read.")
        : error.Contains("does not have any commits", StringComparison.Ordinal)
            ? new("The git repository has no commits yet.")
            : new($"git failed with exit code {exitCode}: {(error.Length == 0 ? "it gave no message." : error)}");
}
