using System.Globalization;
using AgentStepLog.Files;
using AgentStepLog.Reading;

namespace AgentStepLog.Directories;

/// <summary>A file of a run that may still be written, and the position up to which it was read.</summary>
/// <param name="segment">The file.</param>
/// <param name="first">The number of the step that its first line holds.</param>
/// <param name="reader">Reads the run's lines.</param>
internal sealed class FollowedFile(LogSegment segment, long first, LineReader reader)
{
    private long _offset; // in bytes: the end of the last line that was read
    private long _lines; // the number of lines that were read

    /// <summary>The file as the last listing gave it. It may have been compressed since.</summary>
    public LogSegment Segment { get; set; } = segment;

    /// <summary>The steps from the place where the last reading ended to the last whole line.</summary>
    /// <param name="files">The file system in which the file is.</param>
    /// <param name="beyond">The first step of the later files. They repeat each step of this file from that number on.</param>
    /// <param name="cancellationToken">Checked before each part is read.</param>
    /// <exception cref="StepLogException">Thrown after the steps before it were returned: a line is damaged, the file is no log, or it was cut.</exception>
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
                    yield break; // a failed sync left this line, and a later file repeats it
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

    // True for an incomplete first line that cannot become a header. Zeros are not refused: they may stand in the file for a moment while a line is written.
    private bool IsNoHeader(LineScanner lines) => !reader.HasHeader && lines.Line.Span is [not 0, ..] line && NotALog.Found(line, isComplete: false) is not null;

    // The steps that were returned ended with a line's end. Where that line's end is gone, the reader would wait for bytes that never come, or start in the middle
    // of a line.
    private void GoOn(Stream stream)
    {
        stream.Position = Math.Max(0, _offset - 1);
        if (_offset > 0 && stream.ReadByte() != '\n')
        {
            throw new StepLogException(StepLogErrorReason.Damaged, string.Create(CultureInfo.InvariantCulture,
                $"{Segment.Path} was cut, or replaced, while it was followed: its steps were returned up to byte {_offset}, and no line ends there any more. It has {stream.Length} bytes now."));
        }
    }
}
