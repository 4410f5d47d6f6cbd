namespace AgentStepLog.ArchitectureTests;

/// <summary>The rooms of the runtime, which are its folders. Each calls only those before it.</summary>
internal static class Rooms
{
    /// <summary>The files that stand in no folder: <c>StepLog</c> and what it needs. They may call all rooms.</summary>
    public const string Hall = "(hall)";

    /// <summary>What generated code calls. No other room may call it.</summary>
    public const string CompilerServices = "CompilerServices";

    /// <summary>All rooms, each after those that it may call. The first two lines are the log without its writer.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        "Json", "Hashing", "Records", "Files", "Reading", "Integrity",
        "Directories", "Retention",
        "Attributes", "Manifest", "Withholding", "Writing", "Capture", "Tools", "Resuming",
        Hall, CompilerServices,
    ];

    public static bool MayCall(string from, string to) => Place(to) <= Place(from);

    /// <summary>The namespace of a room's internal types. A room's subfolders share it.</summary>
    public static string Namespace(string room) => room == Hall ? "AgentStepLog" : "AgentStepLog." + room;

    private static int Place(string room)
    {
        for (var i = 0; i < InOrder.Count; i++)
        {
            if (InOrder[i] == room)
            {
                return i;
            }
        }

        throw new ArgumentException($"Rooms.InOrder does not list the folder \"{room}\". Add it after the rooms that it calls.", nameof(room));
    }
}
