using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Directories;

/// <summary>The runs of a directory, as the names of their files tell them. A file is opened only where its name may be that of two runs.</summary>
internal static class RunNames
{
    /// <summary>The names of each run's files, in no order.</summary>
    internal static Dictionary<string, List<string>> In(ILogFiles files, DirectoryNames names) => Of(files, names, names.All);

    /// <summary>The names of one run's files, in no order; null if there are none.</summary>
    internal static List<string>? Of(ILogFiles files, DirectoryNames names, string runId) =>
        Of(files, names, names.StartingWith(runId + ".")).GetValueOrDefault(runId);

    private static Dictionary<string, List<string>> Of(ILogFiles files, DirectoryNames names, IEnumerable<string> some)
    {
        var runs = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var name in some)
        {
            if (SegmentName.Stem(name) is { } stem && RunOf(files, names, name, stem) is var run && WellFormedRunId.Flaw(run) is null)
            {
                if (!runs.TryGetValue(run, out var its))
                {
                    runs.Add(run, its = []);
                }

                its.Add(name);
            }
        }

        return runs;
    }

    // "r.2.jsonl" is the second file of the run "r", or the first one of a run "r.2": its header tells.
    private static string RunOf(ILogFiles files, DirectoryNames names, string name, string stem)
    {
        if (SegmentName.Next(stem) is not var (run, number))
        {
            return stem;
        }

        var header = Header(files, Path.Combine(names.Directory, name));
        return !header.IsFirstOf(stem) && (header.Segment == number || names.StartingWith(run + SegmentName.Extension).Any(first => SegmentName.Stem(first) == run)) ? run : stem;
    }

    private static SegmentHeader Header(ILogFiles files, string path)
    {
        try
        {
            return RunListing.HeaderOf(files, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default; // gone since it was listed, or nothing that can be opened: who reads the run is told
        }
    }
}
