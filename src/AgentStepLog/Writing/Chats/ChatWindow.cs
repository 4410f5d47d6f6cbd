namespace AgentStepLog.Writing;

/// <summary>How a history goes on from a stored one that it does not begin with.</summary>
/// <param name="Of">The stored one.</param>
/// <param name="Keep">How many messages at its beginning the new one begins with: instructions.</param>
/// <param name="Drop">How many after these the new one has no more. All that follow are in both.</param>
/// <param name="Put">Which messages of the new one stand in their place.</param>
/// <param name="End">Where in the new one those that both have end, and what is added begins.</param>
internal readonly record struct ChatWindow(ChatHead Of, int Keep, int Drop, Range Put, int End)
{
    /// <summary>How many messages need not be stored again.</summary>
    internal int Shared => End - (Put.End.Value - Put.Start.Value);

    /// <summary>Whether the new one is not simply the stored one, with messages added.</summary>
    internal bool IsCut => Drop > 0 || Put.End.Value > Put.Start.Value;
}
