using System.Runtime.InteropServices;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Tools;

/// <summary>Finds faults that JSON allows and arguments must not have, with their places: repeated names, and halves of surrogate pairs.</summary>
internal static class ArgumentFaults
{
    /// <returns>False if the strings cannot be read.</returns>
    public static bool Find(JsonPart value, JsonPath path, JsonProblems problems)
    {
        var isReadable = true;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return IsWhole(value, path, problems);
            case JsonValueKind.Array:
                var index = 0;
                foreach (var (_, item) in value.Items())
                {
                    isReadable &= Find(item, path.Item(index++), problems);
                }

                break;
            case JsonValueKind.Object:
                var names = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var (name, member) in value.Members())
                {
                    var at = path.Member(name.GetString());
                    isReadable &= IsWhole(name, at, problems);
                    if (++CollectionsMarshal.GetValueRefOrAddDefault(names, at.Name!, out _) == 2)
                    {
                        problems.Add(at, "given more than once; give it once");
                    }

                    isReadable &= Find(member, at, problems);
                }

                break;
            default:
                break;
        }

        return isReadable;
    }

    private static bool IsWhole(JsonPart text, JsonPath path, JsonProblems problems)
    {
        if (!JsonStrings.HasLoneSurrogate(text.RawUtf8))
        {
            return true;
        }

        problems.Add(path, "holds an escape of half a surrogate pair, such as \\ud83d alone, which is no character");
        return false;
    }
}
