using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

internal sealed partial class RunStream
{
    /// <summary>Opens all files of the run to which one file belongs. The file may have been compressed since.</summary>
    /// <exception cref="StepLogException">A file of the run cannot be opened.</exception>
    /// <param name="path">The file.</param>
    /// <param name="limits">The limit of unpacking; null for the usual one.</param>
    /// <param name="names">
    /// The names in the file's directory, where it was listed. Then the path comes from that listing, and a link is not followed out of the directory.
    /// </param>
    /// <param name="cancellationToken">Checked before each part of a file is read.</param>
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

    // A link that the caller names is followed to any place, and the run's other files are looked for there. A path remains usable after its file was compressed.
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
            // The next call opens the file, and reports more.
        }

        LogPath.Open(path).Dispose(); // throws with the reason where the file cannot be read
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

    // Where the length is not available, opening the file reports the reason.
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
