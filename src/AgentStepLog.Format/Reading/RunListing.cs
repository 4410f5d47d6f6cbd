using AgentStepLog.Files;

namespace AgentStepLog.Reading;

/// <summary>The files of a directory that have the names of a run. Each counts: a file that does not belong to the run is a stray.</summary>
internal sealed class RunListing
{
    private RunListing(string? runId) => RunId = runId;

    /// <summary>The run's id, as the first file states it; null where no file states it.</summary>
    internal string? RunId { get; private set; }

    /// <summary>The run's files, in their order. A file without a whole header is among them, so that the reader reports its flaw.</summary>
    internal List<LogSegment> Files { get; } = [];

    internal List<StrayFile> Strays { get; } = [];

    /// <summary>Files that are there both plain and compressed.</summary>
    internal List<(string Plain, string Packed)> Twins { get; } = [];

    /// <summary>The files of a run.</summary>
    internal static RunListing Find(ILogFiles files, DirectoryNames names, string runId) => Find(files, names, runId, runId);

    /// <summary>The files of the run to which one file belongs, whatever its name.</summary>
    /// <param name="files">The file system.</param>
    /// <param name="path">The path of the one file.</param>
    /// <param name="names">The names in the file's directory, where they were listed before.</param>
    internal static RunListing Around(ILogFiles files, string path, DirectoryNames? names = null)
    {
        var header = HeaderOf(files, path);
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (SegmentName.Stem(Path.GetFileName(path)) is not { } stem)
        {
            return Alone(path, header);
        }

        var run = SegmentName.Next(stem) is var (name, number) && !header.IsFirstOf(stem) && (header.Segment == number || IsThere(files, directory, name)) ? name : stem;
        var listing = Find(files, names?.Directory == directory ? names : new(files, directory), run, header.RunId ?? run);
        return listing.Files.Count > 0 ? listing : Alone(path, header);
    }

    /// <summary>
    /// A file that readers would take for a part of this run before the run starts. It is the run's first file if that is there; null if there is none.
    /// </summary>
    internal static string? EarlierFile(RunFiles run)
    {
        if (run.Path is null)
        {
            return null;
        }

        var listing = Find(run.Files, new(run.Files, run.Directory), run.RunId);
        return listing.Files.Select(static file => file.Path).Concat(listing.Strays.Select(static stray => stray.Path)).FirstOrDefault();
    }

    private static RunListing Alone(string path, SegmentHeader header)
    {
        var alone = new RunListing(header.RunId);
        alone.Files.Add(new(1, path, 0));
        return alone;
    }

    private static bool IsThere(ILogFiles files, string directory, string run)
    {
        var first = Path.Combine(directory, run + SegmentName.Extension);
        return files.Exists(first) || files.Exists(SegmentName.PackedName(first));
    }

    private static RunListing Find(ILogFiles files, DirectoryNames names, string name, string runId)
    {
        var listing = new RunListing(runId);
        var nexts = new List<(LogSegment File, SegmentHeader Header)>();
        foreach (var file in names.StartingWith(name + "."))
        {
            if (SegmentName.NumberOf(file, name) is not { } number)
            {
                continue;
            }

            var path = Path.Combine(names.Directory, file);
            if (listing.Look(files, path) is not { } header || (number != 1 && header.IsFirstOf(SegmentName.Stem(file)!)))
            {
                continue; // the file is the first one of another run with that name
            }

            if (number == 0)
            {
                listing.Strays.Add(new(path, "files of a run are numbered from 2 on, without zeros before the number"));
            }
            else if (number == 1)
            {
                listing.RunId = listing.Files.Count == 0 ? header.RunId ?? runId : listing.RunId; // a plain file is listed before the compressed one
                listing.Add(new(1, path, header.Step));
            }
            else
            {
                nexts.Add((new(number, path, header.RunId is null ? null : header.Step), header));
            }
        }

        foreach (var (next, header) in nexts.OrderBy(n => n.File.Number))
        {
            if (header.Flaw(next.Number, listing.RunId) is { } why)
            {
                listing.Strays.Add(new(next.Path, why));
            }
            else
            {
                listing.Add(next);
            }
        }

        return listing;
    }

    // Null where the file was deleted since the listing, or is no regular file, which is added to the strays.
    private SegmentHeader? Look(ILogFiles files, string path)
    {
        try
        {
            return HeaderOf(files, path);
        }
        catch (IrregularFileException e)
        {
            Strays.Add(new(path, $"it {e.What}"));
            return null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // Files are added in the order of their numbers. Where a file is there both plain and compressed, the plain one is used.
    private void Add(LogSegment file)
    {
        if (Files.Count == 0 || Files[^1].Number < file.Number)
        {
            Files.Add(file);
            return;
        }

        var (plain, packed) = file.IsPacked ? (Files[^1], file) : (file, Files[^1]);
        Files[^1] = plain;
        Twins.Add((plain.Path, packed.Path));
    }

    internal static SegmentHeader HeaderOf(ILogFiles files, string path)
    {
        try
        {
            var line = LogSegment.FirstLine(files, path, out var isComplete);
            return SegmentHeader.Of(line, isComplete);
        }
        catch (PackedFileException)
        {
            return default; // the reader of the file reports its flaw
        }
    }
}
