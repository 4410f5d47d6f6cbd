namespace AgentStepLog.PackageTests.Support;

/// <summary>After what time a command that has not ended is taken to hang. No machine on which these tests can pass at all needs as long.</summary>
internal static class Hang
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(60);
}
