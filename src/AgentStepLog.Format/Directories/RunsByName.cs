using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Directories;

/// <summary>The runs of a directory by the names of their files. A file is opened only where its name may belong to two runs.</summary>
internal static class RunsByName
{
    /// <summary>The names of each run's files, in no order.</summary>
    /// <param name="files">The file system in which they are.</param>
    /// <param name="names">The names in the directory.</param>
    /// <param name="known">The owners of files that were opened before.</param>
    /// <param name="owners">Receives the owners of those files that are still there.</param>
    internal static Dictionary<string, List<string>> In(ILogFiles files, DirectoryNames names, Dictionary<string, string> known, Dictionary<string, string> owners) =>
        Of(files, names, names.All, known, owners);

    /// <summary>The names of one run's files, in no order; null if there are none.</summary>
    internal static List<string>? Of(ILogFiles files, DirectoryNames names, string runId, Dictionary<string, string> known) =>
        Of(files, names, names.StartingWith(runId + "."), known, []).GetValueOrDefault(runId);

    private static Dictionary<string, List<string>> Of(
        ILogFiles files, DirectoryNames names, IEnumerable<string> some, Dictionary<string, string> known, Dictionary<string, string> owners)
    {
        var runs = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var name in some)
        {
            if (SegmentName.Stem(name) is not { } stem)
            {
                continue;
            }

            var run = stem;
            if (SegmentName.Next(stem) is var (other, number))
            {
                var isKnown = known.TryGetValue(name, out run!);
                if (!isKnown)
                {
                    (run, isKnown) = Owner(files, names, name, (stem, other, number));
                }

                if (isKnown)
                {
                    owners[name] = run;
                }
            }

            if (WellFormedRunId.Flaw(run) is null)
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

    // "r.2.jsonl" is the second file of the run "r", or the first file of a run "r.2". The file's header decides.
    private static (string Run, bool IsSure) Owner(ILogFiles files, DirectoryNames names, string name, (string Stem, string Run, int Number) file)
    {
        var header = Header(files, Path.Combine(names.Directory, name));
        var isNext = !header.IsFirstOf(file.Stem)
            && (header.Segment == file.Number || Has(names, file.Run + SegmentName.Extension) || Has(names, SegmentName.PackedName(file.Run + SegmentName.Extension)));
        return (isNext ? file.Run : file.Stem, header.IsWhole);
    }

    private static bool Has(DirectoryNames names, string name) => names.StartingWith(name).FirstOrDefault() == name;

    private static SegmentHeader Header(ILogFiles files, string path)
    {
        try
        {
            return RunListing.HeaderOf(files, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default; // gone since the listing, or it cannot be opened: a later read of the run reports that
        }
    }
}
