using System.Globalization;
using System.Text.Json;
using AgentStepLog.Files;
using AgentStepLog.Records;

namespace AgentStepLog.Reading;

/// <summary>
/// What the first line of a file states of its place in a run. It counts only where the line's checksum fits: otherwise one changed byte could make the file that of
/// another run.
/// </summary>
/// <param name="IsWhole">Whether the first line is whole and its checksum fits, be it a header or not.</param>
/// <param name="RunId">The run's id; null where the line is no header.</param>
/// <param name="Segment">The file's number in the run.</param>
/// <param name="Step">The line's number.</param>
internal readonly record struct SegmentHeader(bool IsWhole, string? RunId, long Segment, long Step)
{
    internal static SegmentHeader Of(ReadOnlyMemory<byte> line, bool isComplete)
    {
        if (!isComplete || line.Length > LineScanner.MaxLine || LineTail.Flaw(line.Span) is not null)
        {
            return default;
        }

        try
        {
            var fields = new LineFields(null);
            fields.Parse(line);
            return fields.KindOf("run_id"u8) == JsonTokenType.String && fields.RequiredText("type"u8) == "run_start"
                ? new(true, fields.RequiredText("run_id"u8), fields.Whole("segment"u8) ?? 1, fields.RequiredWhole("step"u8))
                : new(true, null, 0, 0);
        }
        catch (FormatException)
        {
            return new(true, null, 0, 0); // the checksum fits, and the line is no header
        }
    }

    /// <summary>Whether the file is the first one of the run with this id.</summary>
    internal bool IsFirstOf(string runId) => RunId == runId && Segment == 1 && Step == 0;

    /// <summary>Why a file with this number does not belong to the run; null where it does, or has no whole line and so states nothing.</summary>
    internal string? Flaw(int number, string? runId) =>
        !IsWhole ? null
        : RunId is null ? "its first line is no header"
        : RunId != runId ? $"its header is of run \"{RunId}\", and the run is \"{runId}\""
        : Segment != number ? string.Create(CultureInfo.InvariantCulture, $"its header says that it is file {Segment} of the run, and its name that it is file {number}")
        : null;
}
