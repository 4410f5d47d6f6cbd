namespace AgentStepLog.ArchitectureTests;

/// <summary>The rooms of the runtime, which are its folders. Each calls only those before it.</summary>
internal static class Rooms
{
    /// <summary>The files that stand in no folder yet: the last room, which may call all others.</summary>
    public const string Hall = "(hall)";

    /// <summary>All rooms, in the order in which they stand on each other.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        "Json", "Records", "Hashing", "Files", "Reading", "Integrity", "Directories", "Retention",
        "Attributes", "Manifest", "Redaction", "Writing", "Capture", "Tools", "Resuming", Hall,
    ];

    public static bool MayCall(string from, string to) => from == to || Place(to) < Place(from);

    private static int Place(string room)
    {
        for (var i = 0; i < InOrder.Count; i++)
        {
            if (InOrder[i] == room)
            {
                return i;
            }
        }

        throw new ArgumentException($"\"{room}\" is a folder of the runtime that Rooms.InOrder does not list: say which rooms it stands on.", nameof(room));
    }
}
