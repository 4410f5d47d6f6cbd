using Serilog;
using Serilog.Core;
using Serilog.Formatting.Json;

namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>Serilog's file sink, which hands each event to the operating system.</summary>
internal sealed class SerilogRecorder(string folder) : IRecorder
{
    private readonly string _path = Path.Combine(folder, "log.jsonl");
    private readonly Logger _logger = new LoggerConfiguration()
        .WriteTo.File(new JsonFormatter(), Path.Combine(folder, "log.jsonl"), buffered: false, fileSizeLimitBytes: null)
        .CreateLogger();

    public void Record(int number) => _logger.Information(
        "{Tool} {Query} {Limit} {Exact} {Weight} {Path} {Output}", "Find", "StepLog", number, true, 0.5, "src", Echo.Output);

    public void Check(int records) => Lines.Check(_path, records);

    public void Dispose() => _logger.Dispose();
}
