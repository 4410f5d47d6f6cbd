using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>JSON as it is shown in lists of differences.</summary>
internal static class JsonTexts
{
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
