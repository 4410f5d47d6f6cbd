using AgentStepLog.Withholding;

namespace AgentStepLog.Capture;

/// <summary>The written input of a call, for steps that begin after the call has returned.</summary>
internal sealed record CapturedInput(byte[] Json, (int Start, int Length)[] Members, WithheldMark[] Withheld);
