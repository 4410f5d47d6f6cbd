using AgentStepLog.FaultTests.Work;
using NLog;
using NLog.Config;
using NLog.Layouts;
using NLog.Targets;
using NLog.Targets.Wrappers;

namespace AgentStepLog.FaultTests.Subjects;

internal sealed class NLogSubject : Subject
{
    private readonly LogFactory _factory = new();
    private readonly Logger _log;

    public NLogSubject(string directory, bool isAsync)
    {
        var file = new FileTarget("file") { FileName = Path.Combine(directory, "r.jsonl"), Layout = new JsonLayout { IncludeEventProperties = true } };
        var configuration = new LoggingConfiguration(_factory);
        configuration.AddRuleForAllLevels(isAsync ? new AsyncTargetWrapper(file) : file);
        _factory.Configuration = configuration;
        _log = _factory.GetLogger("steps");
    }

    public override void Log(long label, int size) => _log.Info("{tool} {label} {output}", "Say", label, WorkTools.Text(label, size));

    public override void Dispose() => _factory.Dispose();
}
