using AgentStepLog.FaultTests.Work;
using Serilog;
using Serilog.Core;
using Serilog.Formatting.Json;

namespace AgentStepLog.FaultTests.Subjects;

internal sealed class SerilogSubject(string directory, bool isBuffered) : Subject
{
    private readonly Logger _log = new LoggerConfiguration()
        .WriteTo.File(new JsonFormatter(), Path.Combine(directory, "r.jsonl"), buffered: isBuffered, fileSizeLimitBytes: null)
        .CreateLogger();

    public override void Log(long label, int size) => _log.Information("{tool} {label} {output}", "Say", label, WorkTools.Text(label, size));

    public override void Dispose() => _log.Dispose();
}
