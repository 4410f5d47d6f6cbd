using AgentStepLog.Json;
using AgentStepLog.Records;

namespace AgentStepLog.Withholding;

/// <summary>
/// Finds tool calls and their results in recorded messages, and withholds the parts of them that the tool's manifest marks. It knows the formats of
/// Microsoft.Extensions.AI, of OpenAI's chat completions and responses, of Anthropic's messages, and similar ones: an object with a tool's name and arguments, and an
/// object with a call's id and a result.
/// </summary>
/// <param name="secrets">The run's secrets.</param>
internal sealed class CarriedCalls(RunSecrets secrets)
{
    // The deepest text of the user's code, and the line's own levels around it.
    private const int MaxDepth = LogJson.MaxTextDepth + 64;

    private readonly SecretTools _tools = SecretTools.Current;
    private readonly Dictionary<string, ToolSecrets> _calls = new(StringComparer.Ordinal);

    internal List<SecretMatch> Found { get; } = [];

    /// <summary>The places of the names and ids of such calls. Known values are not searched for there.</summary>
    internal List<(int Start, int End)> Names { get; } = [];

    /// <summary>Whether a text may contain a tool call or a result of which something is withheld.</summary>
    internal static bool MayBeIn(ReadOnlySpan<byte> json) => !SecretTools.KnownToBeNone && HasWord(json) && AnyTool;

    /// <summary>Whether a text has one of the words that all formats contain.</summary>
    internal static bool HasWord(ReadOnlySpan<byte> json) =>
        json.IndexOf("callId"u8) >= 0 || json.IndexOf("call_id"u8) >= 0 || json.IndexOf("tool_use"u8) >= 0 || json.IndexOf("unction"u8) >= 0
            || json.IndexOf("oolCall"u8) >= 0 || json.IndexOf("oolUse"u8) >= 0;

    /// <summary>Whether any tool withholds anything.</summary>
    internal static bool AnyTool => !SecretTools.KnownToBeNone && SecretTools.Current.Any;

    /// <summary>Searches a line for calls.</summary>
    /// <param name="line">The line as an object.</param>
    /// <param name="type">Its type.</param>
    /// <param name="isManual">Whether the line is a call that was recorded manually, so that no capture has withheld anything of it.</param>
    internal void Find(ReadOnlyMemory<byte> line, StepKind type, bool isManual)
    {
        var tree = JsonTree.Of(line);
        if (isManual || type == StepKind.Decision)
        {
            OwnCall(tree);
        }

        // The line itself is not searched as a call: its capture has already withheld its values.
        foreach (var field in tree.Children(0))
        {
            Visit(tree, field, null, 0);
        }
    }

    // Treats the line itself as a call.
    private void OwnCall(JsonTree tree)
    {
        var members = CallMembers.Of(tree, 0);
        if (members.Tool is not { } name || _tools.Find(name) is not { Any: true } tool)
        {
            return;
        }

        var values = new SecretParts(tool, secrets, Found);
        foreach (var place in tree.Children(0))
        {
            switch (tree.Name(place))
            {
                case "input" or "parameters":
                    values.Arguments(tree, place);
                    break;
                case "output":
                    values.Result(tree, place);
                    break;
            }
        }
    }

    /// <param name="tree">The text to search.</param>
    /// <param name="place">The place of a value in the text.</param>
    /// <param name="id">The id of the surrounding object, if that is a call's wrapper.</param>
    /// <param name="depth">The depth of the value.</param>
    private void Visit(JsonTree tree, int place, string? id, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        var value = tree[place];
        if (value.IsString)
        {
            if (value.End - value.Start > 16 && MayBeIn(tree.Raw(place)) && tree.Within(place) is { } inner)
            {
                Visit(inner, 0, null, depth + 1);
            }
        }
        else if (value.IsArray)
        {
            foreach (var item in tree.Children(place))
            {
                Visit(tree, item, null, depth + 1);
            }
        }
        else if (value.IsObject)
        {
            var members = CallMembers.Of(tree, place);
            Call(tree, members, id);
            Result(tree, members);
            foreach (var member in tree.Children(place))
            {
                Visit(tree, member, members.IsWrapper(member) ? members.Id : null, depth + 1);
            }
        }
    }

    private void Call(JsonTree tree, CallMembers members, string? outerId)
    {
        if (members.Name is not { } name || members.Arguments < 0 || members.IsSchema(tree))
        {
            return;
        }

        if (_tools.Find(name) is not { } tool)
        {
            return;
        }

        Keep(tree, members.NamePlace);
        foreach (var id in new[] { members.Id, members.CallId, outerId })
        {
            if (id is not null)
            {
                _calls[id] = tool;
                if (tool.Any)
                {
                    secrets.Calls.Add(id, tool);
                }
            }
        }

        if (tool.AnyArgument)
        {
            new SecretParts(tool, secrets, Found).Arguments(tree, members.Arguments);
        }
    }

    private void Result(JsonTree tree, CallMembers members)
    {
        Keep(tree, members.CallIdPlace);
        if (members.Results.Count == 0)
        {
            return;
        }

        var tool = members.CallId is { } id ? _calls.GetValueOrDefault(id) ?? secrets.Calls.Find(id) : null;
        tool ??= members.Name is { } name && members.Arguments < 0 && (members.CallId is not null || members.IsToolMessage) ? _tools.Find(name) : null;
        if (tool is { Any: true })
        {
            var parts = new SecretParts(tool, secrets, Found);
            members.Results.ForEach(result => parts.Result(tree, result));
        }
    }

    private void Keep(JsonTree tree, int place)
    {
        if (place >= 0)
        {
            Names.Add((tree.InLine(tree[place].Start), tree.InLine(tree[place].End)));
        }
    }
}
