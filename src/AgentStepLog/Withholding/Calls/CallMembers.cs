using System.Text.Json;

namespace AgentStepLog.Withholding;

/// <summary>Those members of an object that a call of a tool, or its result, has in one of the known shapes.</summary>
internal sealed class CallMembers
{
    private readonly List<int> _wrappers = [];

    private CallMembers()
    {
    }

    /// <summary>The tool's name.</summary>
    internal string? Name { get; private set; }

    internal int NamePlace { get; private set; } = -1;

    /// <summary>The member <c>tool</c> of one of our own records.</summary>
    internal string? Tool { get; private set; }

    /// <summary>An id that is the call's own in some shapes.</summary>
    internal string? Id { get; private set; }

    /// <summary>An id that can only be a call's.</summary>
    internal string? CallId { get; private set; }

    internal int CallIdPlace { get; private set; } = -1;

    internal int Arguments { get; private set; } = -1;

    internal List<int> Results { get; } = [];

    /// <summary>Whether it says of itself that it is what a tool answered.</summary>
    internal bool IsToolMessage { get; private set; }

    /// <summary>Whether the call itself stands in this member, and its id beside it.</summary>
    internal bool IsWrapper(int member) => _wrappers.Contains(member);

    internal static CallMembers Of(JsonTree tree, int place)
    {
        var members = new CallMembers();
        foreach (var member in tree.Children(place))
        {
            members.Take(tree, member, PlainName.Of(tree.Name(member)));
        }

        return members;
    }

    /// <summary>What a model is offered has a name and parameters, too: those are a schema.</summary>
    internal bool IsSchema(JsonTree tree)
    {
        if (!tree[Arguments].IsObject)
        {
            return false;
        }

        var (type, properties) = (false, false);
        foreach (var member in tree.Children(Arguments))
        {
            var name = tree.Name(member);
            type |= name == "type" && tree[member].IsString && tree.Text(member) == "object";
            properties |= name == "properties" && tree[member].IsObject;
        }

        return type && properties;
    }

    private void Take(JsonTree tree, int member, string name)
    {
        var kind = tree[member].Kind;
        switch (name)
        {
            case "name" or "toolname" or "functionname" when kind == JsonTokenType.String:
                (Name, NamePlace) = (tree.Text(member), member);
                break;
            case "tool" when kind == JsonTokenType.String:
                Tool = tree.Text(member);
                break;
            case "id" when kind == JsonTokenType.String:
                Id = tree.Text(member);
                break;
            case "callid" or "toolcallid" or "tooluseid" or "functioncallid" when kind == JsonTokenType.String:
                (CallId, CallIdPlace) = (tree.Text(member), member);
                break;
            case "arguments" or "args" or "input" or "functionarguments":
                Arguments = member;
                break;
            case "result" or "results" or "output" or "outputs" or "content" or "response" or "structuredcontent":
                Results.Add(member);
                IsToolMessage |= name == "response" && kind == JsonTokenType.StartObject;
                break;
            case "role" when kind == JsonTokenType.String:
                IsToolMessage |= tree.Text(member) is "tool" or "function";
                break;
            case "function" or "functioncall" or "toolcall" or "tooluse" when kind == JsonTokenType.StartObject:
                _wrappers.Add(member);
                break;
        }
    }
}
