using AgentStepLog;
using RepoAgents.Tools.Results;

namespace RepoAgents.Tools;

/// <summary>Tools that look at one folder: its files, their text, and its git history. None of them changes anything.</summary>
/// <param name="folder">The folder.</param>
public sealed class RepoTools(RepoFolder folder)
{
    private const int MaxListed = 1000;
    private const int MaxLinesRead = 2000;
    private const int MaxDiffLines = 400;

    /// <summary>
    /// Lists the files below a folder with their sizes, ordered by path. Left out: version control, restored packages and
    /// build output (such as .git, node_modules, bin and obj beside a project file), and folders that may not be read.
    /// </summary>
    /// <param name="under">The folder to list, relative to the folder that is asked about, with '/', like "src/App"; "." for all of it.</param>
    /// <param name="pattern">
    /// Which files, upper and lower case alike: "*" any characters, "?" one, "**" any folders. Compared with the file's name
    /// ("*.cs"), or with its whole path when it contains '/' ("src/**/*.cs").
    /// </param>
    /// <param name="maxFiles">How many files to list at most, 1 to 1000. Further ones are only counted.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The files with their sizes in bytes, and how many match in total.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    [AgentTool]
    public FileList ListFiles(string under = ".", string pattern = "*", int maxFiles = 200, CancellationToken cancellationToken = default)
    {
        var limit = Between(1, maxFiles, MaxListed, nameof(maxFiles));
        var glob = new Glob(pattern);
        var files = new List<RepoFile>();
        var total = 0;
        foreach (var file in folder.Files(under))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (glob.Matches(file.Path) && ++total <= limit)
            {
                files.Add(file);
            }
        }

        return new(folder.Shown(folder.FolderPath(under)), files, total);
    }

    /// <summary>Reads lines of a text file. At most 2000 lines come at once; files larger than 4 MiB and binary files are refused.</summary>
    /// <param name="path">The file, relative to the folder, with '/', like "src/App/Program.cs".</param>
    /// <param name="firstLine">Number of the first line to read, counted from 1.</param>
    /// <param name="lastLine">Number of the last line to read, inclusive; lines that the file does not have are no error.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The lines, their numbers, and how many lines the file has in total.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is binary or too large.</exception>
    [AgentTool]
    public FileText ReadFile(string path, int firstLine = 1, int lastLine = 200, CancellationToken cancellationToken = default)
    {
        var first = Between(1, firstLine, int.MaxValue, nameof(firstLine));
        var last = Between(first, lastLine, int.MaxValue, nameof(lastLine));
        var (shown, lines) = Text(path, cancellationToken);
        var read = lines.Skip(first - 1).Take((int)Math.Min((long)last - first + 1, MaxLinesRead)).ToList();
        return new(shown, first, first + read.Count - 1, lines.Count, string.Join('\n', read));
    }

    /// <summary>Searches the text files of the folder for lines that match. Binary files, and files larger than 4 MiB, are skipped.</summary>
    /// <param name="pattern">The text to find in a line, or a .NET regular expression without look-around and back-references.</param>
    /// <param name="regex">Whether the pattern is a regular expression; else it is taken literally.</param>
    /// <param name="ignoreCase">Whether upper and lower case are alike.</param>
    /// <param name="files">Which files to search: a pattern such as "*.cs" or "src/**/*.py", as ListFiles takes it.</param>
    /// <param name="maxHits">How many lines to return at most, 1 to 1000.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The matching lines with path and line number, how many files were searched, and whether there were more lines.</returns>
    /// <exception cref="ArgumentException">The pattern is empty or no valid regular expression.</exception>
    [AgentTool]
    public TextMatches SearchText(
        string pattern, bool regex = false, bool ignoreCase = false, string files = "*", int maxHits = 200,
        CancellationToken cancellationToken = default) =>
        TextSearch.Run(
            folder, pattern, regex, ignoreCase, files, Between(1, maxHits, MaxListed, nameof(maxHits)), cancellationToken);

    /// <summary>Counts the lines of a file, or of all text files below a folder, by language.</summary>
    /// <param name="path">A file or a folder, relative to the folder that is asked about, with '/', like "src"; "." for all of it.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    /// <returns>Files and lines in total and by language, most lines first; empty lines and comments count.</returns>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="InvalidDataException">The file is binary.</exception>
    [AgentTool]
    public LineCounts CountLines(string path = ".", CancellationToken cancellationToken = default) =>
        LineCounter.Count(folder, path, cancellationToken);

    /// <summary>Finds the largest files below a folder.</summary>
    /// <param name="count">How many files, 1 to 1000.</param>
    /// <param name="under">The folder, relative to the folder that is asked about, with '/', like "src"; "." for all of it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The files with their sizes in bytes, largest first, and how many files there are in total.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    [AgentTool]
    public FileList LargestFiles(int count = 10, string under = ".", CancellationToken cancellationToken = default)
    {
        var limit = Between(1, count, MaxListed, nameof(count));
        var all = folder.Files(under).TakeWhile(_ => !cancellationToken.IsCancellationRequested).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        var largest = all.OrderByDescending(static f => f.Bytes).ThenBy(static f => f.Path, StringComparer.Ordinal).Take(limit);
        return new(folder.Shown(folder.FolderPath(under)), largest.ToList(), all.Count);
    }

    /// <summary>Reads the git history: the newest commits of the repository, or of one file or folder in it.</summary>
    /// <param name="count">How many commits, 1 to 1000.</param>
    /// <param name="path">A file or folder whose commits are wanted, relative to the folder, with '/', like "src/App"; "." for all of it.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>The commits, newest first: abbreviated hash, author, time with offset (ISO 8601), first line of the message.</returns>
    /// <exception cref="InvalidOperationException">git is not installed, or the folder is in no git repository.</exception>
    [AgentTool]
    public Task<IReadOnlyList<Commit>> RecentCommitsAsync(int count = 10, string path = ".", CancellationToken cancellationToken = default) =>
        GitHistory.LogAsync(
            folder.Root, Between(1, count, MaxListed, nameof(count)),
            AnyPath(path), cancellationToken);

    /// <summary>Tells who changed a file or folder last, by the git history.</summary>
    /// <param name="path">The file or folder, relative to the folder, with '/', like "src/App/Program.cs".</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <returns>The newest commit that changed it.</returns>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="InvalidOperationException">git is not installed, the folder is in no git repository, or no commit holds the file.</exception>
    [AgentTool]
    public async Task<Commit> LastChangeAsync(string path, CancellationToken cancellationToken = default)
    {
        var commits = await GitHistory.LogAsync(folder.Root, 1, AnyPath(path), cancellationToken).ConfigureAwait(false);
        return commits.Count > 0 ? commits[0] : throw new InvalidOperationException($"No commit holds '{path}' yet.");
    }

    /// <summary>Compares two text files line by line.</summary>
    /// <param name="left">The first file, relative to the folder, with '/', like "src/Old.cs".</param>
    /// <param name="right">The second file, in the same form.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>How many lines were removed and added from the first to the second, and a unified diff of at most 400 lines.</returns>
    /// <exception cref="FileNotFoundException">One of the files does not exist.</exception>
    /// <exception cref="InvalidDataException">One of the files is binary or larger than 4 MiB.</exception>
    [AgentTool]
    public FileComparison CompareFiles(string left, string right, CancellationToken cancellationToken = default)
    {
        var (leftPath, leftLines) = Text(left, cancellationToken);
        var (rightPath, rightLines) = Text(right, cancellationToken);
        var edits = LineDiff.Between(leftLines, rightLines);
        var diff = UnifiedDiff.Write(leftPath, rightPath, edits);
        return new(
            leftPath, rightPath, leftLines.Count, rightLines.Count,
            edits.Count(static e => e.Kind == '-'), edits.Count(static e => e.Kind == '+'),
            string.Join('\n', diff.Take(MaxDiffLines)), diff.Count > MaxDiffLines);
    }

    private string AnyPath(string path) => folder.IsFolder(path) ? folder.FolderPath(path) : folder.FilePath(path);

    private (string Shown, List<string> Lines) Text(string path, CancellationToken cancellationToken)
    {
        var full = folder.FilePath(path);
        var bytes = new FileInfo(RealPath.Of(full)).Length;
        if (bytes > TextSearch.MaxFileBytes)
        {
            throw new InvalidDataException($"'{path}' has {bytes} bytes; files larger than {TextSearch.MaxFileBytes} bytes are not read. Search it instead.");
        }

        return TextFile.Lines(full, cancellationToken) is { } lines
            ? (folder.Shown(full), lines)
            : throw new InvalidDataException($"'{path}' is a binary file and has no lines.");
    }

    private static int Between(int least, int value, int most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, most == int.MaxValue ? $"{name} must be at least {least}." : $"{name} must be {least} to {most}.");
}
