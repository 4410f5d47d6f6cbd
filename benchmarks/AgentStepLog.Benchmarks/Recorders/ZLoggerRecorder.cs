using Microsoft.Extensions.Logging;
using ZLogger;

namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>ZLogger's file, as JSON. It has no way to hand an event to the operating system before the call returns: all go through a queue, which here drops nothing.</summary>
internal sealed class ZLoggerRecorder : IRecorder
{
    private readonly string _path;
    private readonly ILoggerFactory _factory;
    private readonly ILogger _logger;

    public ZLoggerRecorder(string folder)
    {
        _path = Path.Combine(folder, "log.jsonl");
        _factory = LoggerFactory.Create(logging => logging.AddZLoggerFile(_path, static options =>
        {
            options.UseJsonFormatter();
            options.FullMode = BackgroundBufferFullMode.Block;
            options.BackgroundBufferCapacity = 10_000;
        }));
        _logger = _factory.CreateLogger("bench");
    }

    public void Record(int number)
    {
        var (tool, query, exact, weight, path, output) = ("Find", "StepLog", true, 0.5, "src", Echo.Output);
        _logger.ZLogInformation($"{tool} {query} {number} {exact} {weight} {path} {output}");
    }

    public void Check(int records) => Lines.Check(_path, records);

    public void Dispose() => _factory.Dispose();
}
