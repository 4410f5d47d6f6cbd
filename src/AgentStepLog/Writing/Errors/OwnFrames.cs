using System.Diagnostics.CodeAnalysis;

namespace AgentStepLog.Writing;

/// <summary>Which frames of a trace, as text, are this library's or of code that it generates.</summary>
internal static class OwnFrames
{
    private const string Root = nameof(AgentStepLog) + ".";

    /// <summary>The namespaces below the library's own. Other ones there are the user's.</summary>
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
