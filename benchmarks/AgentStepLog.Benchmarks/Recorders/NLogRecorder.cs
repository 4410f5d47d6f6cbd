using NLog;
using NLog.Layouts;
using NLog.Targets;
using NLog.Targets.Wrappers;

namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>NLog's file target, which hands each event to the operating system; or the same behind a queue that drops nothing.</summary>
internal sealed class NLogRecorder : IRecorder
{
    private readonly string _path;
    private readonly LogFactory _factory = new();
    private readonly Logger _logger;

    public NLogRecorder(string folder, bool queued)
    {
        _path = Path.Combine(folder, "log.jsonl");
        var file = new FileTarget("file")
        {
            FileName = _path,
            KeepFileOpen = true,
            AutoFlush = !queued,
            LineEnding = LineEndingMode.LF,
            Layout = new JsonLayout
            {
                IncludeEventProperties = true,
                Attributes = { new("time", "${longdate}"), new("level", "${level}"), new("message", "${message:raw=true}") },
            },
        };
        _factory.Setup().LoadConfiguration(b => b.ForLogger().WriteTo(
            queued ? new AsyncTargetWrapper(file, 10_000, AsyncTargetWrapperOverflowAction.Block) : file));
        _logger = _factory.GetLogger("bench");
    }

    public void Record(int number) => _logger.Info(
        "{Tool} {Query} {Limit} {Exact} {Weight} {Path} {Output}", "Find", "StepLog", number, true, 0.5, "src", Echo.Output);

    public void Check(int records) => Lines.Check(_path, records);

    public void Dispose() => _factory.Shutdown();
}
