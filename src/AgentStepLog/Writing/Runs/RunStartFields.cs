using System.Reflection;
using System.Runtime.InteropServices;

namespace AgentStepLog.Writing;

/// <summary>The fields of <c>run_start</c>. The headers of the next files repeat those of the first.</summary>
internal sealed class RunStartFields
{
    private static readonly string s_library = "AgentStepLog/" + Version();

    private readonly StepLogOptions _options;
    private readonly string? _manifest;
    private readonly string? _subject;
    private readonly string? _environment;
    private readonly SortedDictionary<string, string> _metadata;

    /// <param name="options">The user's options for the run.</param>
    /// <param name="manifest">The manifest's hash; null if there is no manifest.</param>
    /// <param name="subject">The mark of the subject; null if the log makes no commitments.</param>
    internal RunStartFields(StepLogOptions options, string? manifest, string? subject)
    {
        _options = options;
        _metadata = new(options.Metadata, StringComparer.Ordinal);
        _manifest = manifest;
        _subject = subject;
        _environment = options.Environment ?? Variable("DOTNET_ENVIRONMENT") ?? Variable("ASPNETCORE_ENVIRONMENT");
    }

    /// <param name="options">The options of the first header.</param>
    /// <param name="first">The first header.</param>
    internal RunStartFields(StepLogOptions options, RunStartStep first)
    {
        _options = options;
        _metadata = new(options.Metadata, StringComparer.Ordinal);
        _manifest = first.Manifest;
        _subject = first.Subject;
        _environment = first.Environment;
    }

    internal void Write(Line line, int segment)
    {
        var options = _options;
        var describe = options.Ids.DescribesProcess;
        line.Label("agent"u8, options.Agent);
        line.Label("agent_version"u8, options.AgentVersion);
        line.Text("task"u8, options.Task);
        line.Label("environment"u8, _environment);
        line.Label("session_id"u8, options.SessionId);
        line.Label("user_id"u8, options.UserId);
        line.Label("subject"u8, _subject);
        if (describe)
        {
            line.Label("host"u8, System.Environment.MachineName);
            line.Number("pid"u8, System.Environment.ProcessId);
            line.Label("runtime"u8, RuntimeInformation.FrameworkDescription);
        }

        line.Label("library"u8, s_library);
        line.Label("trace_id"u8, describe ? options.TraceId : null);
        line.Label("parent_run_id"u8, options.ParentRunId);
        line.Number("segment"u8, segment == 1 ? null : segment);
        line.Label("manifest"u8, _manifest);
        line.Texts("metadata"u8, _metadata);
    }

    private static string? Variable(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : null;

    private static string Version()
    {
        var version = typeof(RunStartFields).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        return version.Split('+')[0];
    }
}
