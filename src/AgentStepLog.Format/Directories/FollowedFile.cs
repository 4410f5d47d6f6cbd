using System.Globalization;
using AgentStepLog.Files;
using AgentStepLog.Reading;

namespace AgentStepLog.Directories;

/// <summary>A file of a run that may still be written, and how far it was read.</summary>
/// <param name="segment">The file.</param>
/// <param name="first">The number of the step that its first line holds.</param>
/// <param name="reader">Reads the run's lines.</param>
internal sealed class FollowedFile(LogSegment segment, long first, LineReader reader)
{
    private long _offset; // behind the last line that was read
    private long _lines; // up to there

    /// <summary>The file, as it was listed last: it may have been compressed since.</summary>
    public LogSegment Segment { get; set; } = segment;

    /// <summary>Its steps from where the last reading ended, to its last whole line.</summary>
    /// <param name="files">Where it is.</param>
    /// <param name="beyond">The first step of the files behind it, which hold again what stands here from that step on.</param>
    /// <param name="cancellationToken">Looked at before each part is read.</param>
    /// <exception cref="StepLogException">Once the steps before it were given: a line is damaged, it is no log, or it was cut below what was given.</exception>
    public IEnumerable<Step> Read(ILogFiles files, long? beyond, CancellationToken cancellationToken)
    {
        using var stream = Segment.Read(files);
        GoOn(stream);
        using var lines = new LineScanner(stream, cancellationToken);
        while (lines.Next() && (lines.IsComplete || lines.IsTooLong || IsNoHeader(lines)))
        {
            if (reader.Read(lines, out var flaw) is not { } step)
            {
                if (first + _lines >= beyond)
                {
                    yield break; // a sync that failed left this
                }

                throw reader.HasHeader
                    ? new StepLogException(StepLogErrorReason.Damaged,
                        $"{Segment.Path}: Damaged: {FindingText.Where(_lines, first + _lines)} {flaw}. To read the steps behind it, call ReadSteps with an onDamage.")
                    : new StepLogException(reader.Reason, NotALog.Refusal(Segment.Path, flaw));
            }

            _offset += lines.Bytes + 1;
            _lines++;
            yield return step;
        }
    }

    // A beginning of a first line to which no header begins. Zeros may stand for a moment where one is written.
    private bool IsNoHeader(LineScanner lines) => !reader.HasHeader && lines.Line.Span is [not 0, ..] line && NotALog.Found(line, isComplete: false) is not null;

    // What was given ended with a line's end. Where that is gone, more would be waited for that never comes, or taken up in the middle of a line.
    private void GoOn(Stream stream)
    {
        stream.Position = Math.Max(0, _offset - 1);
        if (_offset > 0 && stream.ReadByte() != '\n')
        {
            throw new StepLogException(StepLogErrorReason.Damaged, string.Create(CultureInfo.InvariantCulture,
                $"{Segment.Path} was cut, or replaced, while it was followed: its steps were given up to byte {_offset}, and no line ends there any more. It has {stream.Length} bytes now."));
        }
    }
}
