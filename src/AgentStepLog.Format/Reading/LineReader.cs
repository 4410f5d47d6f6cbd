using System.Globalization;
using AgentStepLog.Files;

namespace AgentStepLog.Reading;

/// <summary>Turns the lines of a log into steps. The first line must be its header.</summary>
/// <param name="readerOf">Makes the reader for a run's id, which the header states.</param>
internal sealed class LineReader(Func<string, StepReader> readerOf)
{
    private StepReader? _reader;

    /// <summary>Whether the header was read.</summary>
    public bool HasHeader => _reader is not null;

    /// <summary>Why the first line was refused, where it was.</summary>
    public StepLogErrorReason Reason { get; private set; } = StepLogErrorReason.NotALog;

    /// <summary>Continues with a run whose header was read elsewhere.</summary>
    public void GoOn(string runId) => _reader ??= readerOf(runId);

    /// <summary>The step of a line; null where the line is no step.</summary>
    /// <param name="lines">The line.</param>
    /// <param name="flaw">The reason for null. It continues a message: after "line n", or for the first line after "it is no step log of version 1:".</param>
    public Step? Read(LineScanner lines, out string flaw)
    {
        flaw = "";
        try
        {
            if (_reader is not null)
            {
                return Step(_reader, lines);
            }

            if (NotALog.Found(lines.Line.Span, lines.IsComplete) is var (what, reason))
            {
                (flaw, Reason) = (what, reason);
                return null;
            }

            Reason = StepLogErrorReason.Damaged;
            return Header(lines);
        }
        catch (FormatException e)
        {
            flaw = HasHeader ? e.Message : $"its header {e.Message}";
            return null;
        }
    }

    private RunStartStep Header(LineScanner lines)
    {
        var reader = readerOf(Step(new StepReader(null, null), lines).RunId);
        var header = Step(reader, lines) as RunStartStep ?? throw new FormatException("has a \"run_start\" of another shape than the format's");
        _reader = reader;
        return header;
    }

    private static Step Step(StepReader reader, LineScanner lines) => Flaw(lines) is { } flaw ? throw new FormatException(flaw) : reader.Read(lines.Line.ToArray());

    private static string? Flaw(LineScanner lines) =>
        lines.IsTooLong ? string.Create(CultureInfo.InvariantCulture, $"has {lines.Bytes} bytes, and a line has at most {LineScanner.MaxLine}")
        : !lines.IsComplete ? "is incomplete: it ends without a line feed"
        : LineTail.Flaw(lines.Line.Span);
}
