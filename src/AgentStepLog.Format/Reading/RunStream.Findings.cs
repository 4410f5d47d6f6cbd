using AgentStepLog.Files;

namespace AgentStepLog.Reading;

internal sealed partial class RunStream
{
    /// <summary>Whether the files that were read so far have a finding.</summary>
    public bool HasFinding => _findings.Exists(static finding => finding.Verdict != Verdict.SelfConsistent);

    /// <summary>The findings about the files. Compressed files are read to their ends first, since some damage shows there only.</summary>
    /// <exception cref="StepLogException">A file cannot be read.</exception>
    public IReadOnlyList<FileFinding> Findings()
    {
        var buffer = new byte[64 * 1024];
        while (_hasPacked && Read(buffer) > 0)
        {
        }

        if (_isJudged)
        {
            return _findings;
        }

        _isJudged = true;
        foreach (var (plain, packed) in _twins)
        {
            if (PackedTwin.Finding(plain, packed, _cancellationToken) is { } finding)
            {
                _findings.Add(finding);
            }
        }

        if (HasEmptyEnd && _next.Count == 0)
        {
            _findings.Add(new(Verdict.Torn, $"{Path.GetFileName(_path)} is empty, without even a header. A process that ends as it begins a file may leave that, and so may an edit that empties the file."));
        }

        return _findings;
    }

    // Notes facts that are no damage, but that no writer leaves.
    private void Note(RunFiles run, LogSegment first)
    {
        if (first.Number == 1 && SegmentName.Stem(Path.GetFileName(first.Path)) is { } name && name != run.RunId)
        {
            _findings.Add(new(Verdict.SelfConsistent, $"The run is \"{run.RunId}\", and its file is called {Path.GetFileName(first.Path)}."));
        }

        if (HeadFile.Irregularity(run) is { } what)
        {
            _findings.Add(new(Verdict.SelfConsistent, $"{Path.GetFileName(run.HeadPath)} {what}, and was not looked at."));
        }
    }

    // If only the last line feed of a file was cut off, its lines are all valid, so only this finding reports the cut. Where a line itself is flawed, its own flaw says
    // enough, such as zeros that a loss of power left. A compressed file is not noted here, since its own end shows the cut.
    private void NoteCut()
    {
        if (_file != Null)
        {
            var next = _next.Peek();
            _findings.Add(new(Verdict.Tampered, $"{Path.GetFileName(_path)} ends within a line, and the run continues in {Path.GetFileName(next.Path)}: something was cut off its end.", next.First ?? 0));
        }
    }
}
