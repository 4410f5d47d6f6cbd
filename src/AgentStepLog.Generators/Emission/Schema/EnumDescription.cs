using System.Linq;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Emission.Schema;

/// <summary>Describes what a schema cannot express for an enum: the meaning of its members, and which flags there are.</summary>
internal static class EnumDescription
{
    /// <param name="model">The enum.</param>
    /// <param name="own">The description of the value itself; null where there is none.</param>
    /// <param name="hasChoice">Whether the schema lists the allowed values.</param>
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
