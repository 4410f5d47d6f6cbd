using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Schema;

/// <summary>What a schema cannot say of an enum but in words: what its members mean, and which flags there are.</summary>
internal static class EnumDescription
{
    /// <param name="model">The enum.</param>
    /// <param name="own">What is said of the value itself; null where nothing is.</param>
    /// <param name="hasChoice">Whether the schema itself lists what may be sent.</param>
    public static string? Of(EnumModel model, string? own, bool hasChoice)
    {
        var lines = model.Members
            .Where(static m => m is { IsAlias: false, Description: not null })
            .Select(static m => $"- {m.JsonName}: {m.Description}")
            .ToList();
        if (model.IsFlags && !hasChoice)
        {
            var names = string.Join(", ", model.Members.Where(static m => !m.IsAlias).Select(static m => m.JsonName));
            lines.Insert(0, $"One or more of {names}, with commas between them.");
        }

        if ((own ?? model.Description) is { } text)
        {
            lines.Insert(0, text);
        }

        return lines.Count == 0 ? null : string.Join("\n", lines);
    }
}
