using AgentStepLog.Writing;

namespace AgentStepLog.Capture;

/// <summary>A line of code. Made once per call site (or per call by hand), so the record's object is made here.</summary>
internal sealed class SourceOrigin(StepRoute route, string file, int line, string member, string? callId) : CallOrigin
{
    private readonly byte[] _caller = CallerJson(file, line, member);

    internal override StepRoute Route => route;

    internal override ReadOnlySpan<byte> Caller => _caller;

    internal override string? CallId => callId;

    private static byte[] CallerJson(string file, int line, string member)
    {
        var json = new JsonBuffer();
        json.Raw("{\"file\":"u8);
        json.String(file);
        json.Raw(",\"line\":"u8);
        json.Number(line);
        json.Raw(",\"member\":"u8);
        json.String(member);
        json.Raw("}"u8);
        return json.Written.ToArray();
    }
}
