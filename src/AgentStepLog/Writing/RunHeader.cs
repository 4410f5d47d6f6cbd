using System.Reflection;
using System.Runtime.InteropServices;

namespace AgentStepLog.Writing;

/// <summary>Writes the fields of <c>run_start</c>.</summary>
internal static class RunHeader
{
    private static readonly string s_library = "AgentStepLog/" + Version();

    internal static void Write(Line line, StepLogOptions options, string? manifest)
    {
        var describe = options.Ids.DescribesProcess;
        line.Label("agent"u8, options.Agent);
        line.Label("agent_version"u8, options.AgentVersion);
        line.Text("task"u8, options.Task);
        line.Label("environment"u8, options.Environment ?? NotEmpty(System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")));
        line.Label("session_id"u8, options.SessionId);
        line.Label("user_id"u8, options.UserId);
        if (describe)
        {
            line.Label("host"u8, System.Environment.MachineName);
            line.Number("pid"u8, System.Environment.ProcessId);
            line.Label("runtime"u8, RuntimeInformation.FrameworkDescription);
        }

        line.Label("library"u8, s_library);
        line.Label("trace_id"u8, describe ? options.TraceId : null);
        line.Label("parent_run_id"u8, options.ParentRunId);
        line.Label("manifest"u8, manifest);
        line.Texts("metadata"u8, options.Metadata);
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Version()
    {
        var version = typeof(RunHeader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
        return version.Split('+')[0];
    }
}
