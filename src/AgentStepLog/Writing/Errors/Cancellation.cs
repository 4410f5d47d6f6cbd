namespace AgentStepLog.Writing;

/// <summary>
/// Whether a call was canceled. A timeout is thrown as a cancellation by much that waits for a time, since it is one inside: nobody asked for it, and it is a failure.
/// </summary>
internal static class Cancellation
{
    // The words of Azure.Core and of System.ClientModel, on which the libraries of OpenAI and Azure stand: what they throw has nothing else to tell it by.
    private const string NetworkTimeout = "exceeded the configured timeout";

    /// <param name="thrown">What was thrown, and all within it.</param>
    internal static bool Is(List<ThrownNode> thrown) =>
        thrown[0].Exception is OperationCanceledException canceled
        && !thrown.Exists(static node => node.Exception is TimeoutException)
        && !ErrorText.Message(canceled).Contains(NetworkTimeout, StringComparison.Ordinal);
}
