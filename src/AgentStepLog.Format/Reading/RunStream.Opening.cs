using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

internal sealed partial class RunStream
{
    /// <summary>Opens all files of the run that one of them belongs to, which may have been compressed since.</summary>
    /// <exception cref="StepLogException">It, or another one that is there, cannot be opened.</exception>
    /// <param name="path">The file.</param>
    /// <param name="limits">How much may be unpacked; null for as much as compressed logs come to.</param>
    /// <param name="names">The names in its directory, where it was listed: then the path was found there, and a link is not followed out of it.</param>
    /// <param name="cancellationToken">Looked at before each part of a file is read.</param>
    public static RunStream Open(string path, StepLogReadOptions? limits = null, Func<DirectoryNames>? names = null, CancellationToken cancellationToken = default)
    {
        path = Followed(path, names is null);
        try
        {
            var listing = RunListing.Around(DiskFiles.Instance, path, names?.Invoke());
            if (listing.RunId is not { } runId || WellFormedRunId.Flaw(runId) is not null)
            {
                return new(path, listing, null, limits?.UnpackedLimit) { _cancellationToken = cancellationToken };
            }

            var run = new RunFiles(DiskFiles.Instance, Path.GetDirectoryName(Path.GetFullPath(path))!, runId, durable: false);
            var stream = new RunStream(path, listing, HeadFile.Read(run), limits?.UnpackedLimit) { _cancellationToken = cancellationToken };
            stream.Note(run, listing.Files[0]);
            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StepLogException(FileTrouble.ReasonOf(e), $"The files of the run beside {path} cannot be read: {e.Message}", e);
        }
    }

    // A link that the caller names is followed wherever it leads, and the run's other files are looked for there. The name that a log gave outlives its packing.
    private static string Followed(string path, bool followsLinks)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            path = !File.Exists(path) && File.Exists(SegmentName.PackedName(path)) ? SegmentName.PackedName(path) : path;
            path = followsLinks && File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening it says more.
        }

        LogPath.Open(path).Dispose(); // says what is wrong with it, if it is not to be read
        return path;
    }

    private static string? MissingFiles(List<LogSegment> files, HeadFile? head)
    {
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Number > files[i - 1].Number + 1)
            {
                return files[i].Names(files[i - 1].Number + 1, files[i].Number - 1);
            }
        }

        return head?.Segment > files[^1].Number ? files[^1].Names(files[^1].Number + 1, head.Segment) : null;
    }

    // Of one that cannot be looked at, opening it says more.
    private static long LengthOf(string path)
    {
        try
        {
            return new FileInfo(path).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
