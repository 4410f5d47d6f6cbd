namespace AgentStepLog.Writing;

/// <summary>
/// Decides whether a call was canceled. Many libraries throw a cancellation when a timeout passes, because they cancel their own work then. The caller did not cancel,
/// so that is a failure.
/// </summary>
internal static class Cancellation
{
    // The text of the exceptions of Azure.Core and System.ClientModel, which the libraries of OpenAI and Azure use. Nothing else in these exceptions marks a timeout.
    private const string NetworkTimeout = "exceeded the configured timeout";

    /// <param name="thrown">The exception that the call threw, and all exceptions within it.</param>
    internal static bool Is(List<ThrownNode> thrown) =>
        thrown[0].Exception is OperationCanceledException canceled
        && !thrown.Exists(static node => node.Exception is TimeoutException)
        && !ErrorText.Message(canceled).Contains(NetworkTimeout, StringComparison.Ordinal);
}
