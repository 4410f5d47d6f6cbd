namespace AgentStepLog.Writing;

/// <summary>How a history continues a stored one that it does not begin with.</summary>
/// <param name="Of">The stored history.</param>
/// <param name="Keep">How many messages at the beginning both histories share, such as instructions.</param>
/// <param name="Drop">How many messages after these the new history does not have any more. It has all later ones.</param>
/// <param name="Put">The messages of the new history that stand in their place.</param>
/// <param name="End">The index in the new history after the shared messages, where the added ones begin.</param>
internal readonly record struct ChatWindow(ChatHead Of, int Keep, int Drop, Range Put, int End)
{
    /// <summary>How many messages need not be stored again.</summary>
    internal int Shared => End - (Put.End.Value - Put.Start.Value);

    /// <summary>Whether the new history is more than the stored one with messages added at its end.</summary>
    internal bool IsCut => Drop > 0 || Put.End.Value > Put.Start.Value;
}
