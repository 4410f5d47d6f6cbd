using AgentStepLog.Files;

namespace AgentStepLog.Reading;

internal sealed partial class RunStream
{
    /// <summary>Whether anything was found wrong with the files as far as they were read.</summary>
    public bool HasFinding => _findings.Exists(static finding => finding.Verdict != Verdict.SelfConsistent);

    /// <summary>What is wrong with the files, however far they were read. What is left of compressed ones is read for it: only their ends tell.</summary>
    /// <exception cref="StepLogException">One of them cannot be read.</exception>
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

    // What is no damage, and yet is not as a writer leaves it.
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

    // Where no more is cut off than a line feed, the lines hold together: nothing else would tell. Where they do not, what they say is all that there is to say, such
    // as that zeros stand in the place of what a loss of power took, and an end with it. Of a compressed file its end tells.
    private void NoteCut()
    {
        if (_file != Null)
        {
            var next = _next.Peek();
            _findings.Add(new(Verdict.Tampered, $"{Path.GetFileName(_path)} ends within a line, and the run continues in {Path.GetFileName(next.Path)}: something was cut off its end.", next.First ?? 0));
        }
    }
}
