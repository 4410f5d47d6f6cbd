using System.Text.Json;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>Calls of a model that carry their chat, and how much of it is on the disk.</summary>
public abstract class ChatTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    protected string Folder => _directory.Path;

    public void Dispose()
    {
        _directory.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static JsonText Message(string role, string text) => JsonText.Object(("role", JsonText.Of(role)), ("text", JsonText.Of(text)));

    protected static void Ask(StepLog log, JsonText messages) =>
        log.LlmCall("m", input: JsonText.Object(("messages", messages))).Use(call => call.Complete("ok"));

    protected static JsonText Messages(LlmCallStep step) => JsonText.Parse(step.InputJson.ToElement().GetProperty("messages").GetRawText());

    protected StepLog Start(string folder = "") =>
        StepLog.Start(Path.Combine(Folder, folder), new() { LlmContent = CaptureMode.Full, KeepSteps = 1000 });

    protected long Bytes(int turns, Func<int, JsonText> history, Action<StepLog, JsonText> call)
    {
        var folder = Guid.NewGuid().ToString("N");
        using (var log = Start(folder))
        {
            for (var turn = 1; turn <= turns; turn++)
            {
                call(log, history(turn));
            }
        }

        return new DirectoryInfo(Path.Combine(Folder, folder)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
    }

    protected static long BlobBytes(StepLog log) =>
        new DirectoryInfo(log.Path![..^".jsonl".Length] + ".blobs").EnumerateFiles().Sum(file => file.Length);
}
