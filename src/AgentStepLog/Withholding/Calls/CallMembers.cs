using System.Text.Json;

namespace AgentStepLog.Withholding;

/// <summary>The members of an object that may make it a tool call, or the result of one, in one of the known formats.</summary>
internal sealed class CallMembers
{
    private readonly List<int> _wrappers = [];

    private CallMembers()
    {
    }

    /// <summary>The tool's name.</summary>
    internal string? Name { get; private set; }

    internal int NamePlace { get; private set; } = -1;

    /// <summary>The value of the member <c>tool</c>, as this library's own records have it.</summary>
    internal string? Tool { get; private set; }

    /// <summary>The value of the member <c>id</c>, which is the call's id in some formats.</summary>
    internal string? Id { get; private set; }

    /// <summary>The id of a member that can only be a call's, such as <c>call_id</c>.</summary>
    internal string? CallId { get; private set; }

    internal int CallIdPlace { get; private set; } = -1;

    internal int Arguments { get; private set; } = -1;

    internal List<int> Results { get; } = [];

    /// <summary>Whether a member says that the object is a tool's answer.</summary>
    internal bool IsToolMessage { get; private set; }

    /// <summary>Whether the call itself is in this member, with its id beside the member.</summary>
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

    /// <summary>Whether the object defines a tool for a model. A definition has a name and parameters too, but its parameters are a schema.</summary>
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
