using System.Diagnostics.CodeAnalysis;

namespace AgentStepLog.Writing;

/// <summary>Recognizes the frames of this library and of the code that it generates, in a trace as text.</summary>
internal static class OwnFrames
{
    private const string Root = nameof(AgentStepLog) + ".";

    /// <summary>The namespaces of this library below its root. Other namespaces below the root belong to the user.</summary>
    internal static readonly string[] Rooms =
        ["Capture", "CompilerServices", "Directories", "Files", "Generated", "Hashing", "Integrity", "Json", "Manifest", "Reading", "Records", "Resuming", "Retention", "Tools", "Withholding", "Writing"];

    internal static bool Has(string frame)
    {
        if (!frame.StartsWith(Root, StringComparison.Ordinal))
        {
            return false;
        }

        var name = frame[Root.Length..];
        var end = name.AsSpan().IndexOfAny(".[(");
        name = end < 0 ? name : name[..end];
        return Rooms.Contains(name) || IsType(Root + name);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A type that was taken away has no frames; one whose name was leaves its frame.")]
    private static bool IsType(string name) => typeof(OwnFrames).Assembly.GetType(name) is not null || typeof(Step).Assembly.GetType(name) is not null;
}
