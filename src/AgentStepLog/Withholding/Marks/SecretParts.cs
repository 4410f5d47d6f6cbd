using System.Text;
using System.Text.Json;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>Withholds the parts of one call's arguments or result that the manifest marks, and adds the values to the run's known values.</summary>
/// <param name="tool">What the manifest withholds of the tool.</param>
/// <param name="secrets">The run's secrets.</param>
/// <param name="found">Receives the places to withhold.</param>
internal sealed class SecretParts(ToolSecrets tool, RunSecrets secrets, List<SecretMatch> found)
{
    private const int MaxDepth = LogJson.MaxTextDepth + 64;

    /// <summary>Withholds in the arguments: an object, or the JSON of an object in a string. Arguments of any other form are withheld as a whole.</summary>
    internal void Arguments(JsonTree tree, int place)
    {
        var value = tree[place];
        if (value.IsObject)
        {
            foreach (var member in tree.Children(place))
            {
                Argument(tree, member);
            }
        }
        else if (value.IsString && tree.Within(place) is { } inner && inner[0].IsObject)
        {
            Arguments(inner, 0);
        }
        else if (value.Kind != JsonTokenType.Null && !(value.IsString && value.End - value.Start == 2))
        {
            Whole(tree, place, tool.Kind, isGuess: true);
        }
    }

    /// <summary>Withholds the whole result, or its marked members.</summary>
    internal void Result(JsonTree tree, int place)
    {
        if (tool.Result is not { } kind)
        {
            Members(tree, place, 0);
        }
        else if (tree[place].IsArray && tree.Children(place).Any() && tree.Children(place).All(part => IsPart(tree, part)))
        {
            // The result is a list of message parts: the types of the parts stay readable.
            foreach (var member in tree.Children(place).SelectMany(part => tree.Children(part)).Where(member => !IsType(tree, member)))
            {
                Whole(tree, member, kind);
            }
        }
        else
        {
            Whole(tree, place, kind);
        }
    }

    private void Argument(JsonTree tree, int member)
    {
        var name = PlainName.Of(tree.Name(member));
        if (tool.Parameter(name) is not { } parameter)
        {
            if (tool.Member(name) is { } kind)
            {
                Whole(tree, member, kind);
            }
            else if (tool.KnowsParameters)
            {
                Whole(tree, member, tool.Kind, isGuess: true); // the name may be a misspelled one of a secret parameter
            }
            else
            {
                Members(tree, member, 0);
            }
        }
        else if (parameter.IsSecret)
        {
            Whole(tree, member, parameter.Kind!);
        }
        else if (parameter.Kind is not null)
        {
            Around(tree, member, parameter);
        }
    }

    // The argument holds marked members. If it has another form than its type, or a name that the schema does not have, the whole argument may be the secret.
    private void Around(JsonTree tree, int place, SecretParameter parameter)
    {
        var value = tree[place];
        if (value.Kind == JsonTokenType.Null)
        {
            return;
        }

        var (text, root) = value.IsString && tree.Within(place) is { } inner ? (inner, 0) : (tree, place);
        if (!(text[root].IsObject || text[root].IsArray) || HasUnknown(text, root, parameter.Names, 0))
        {
            LearnHidden(text, root, parameter, isShown: false, 0);
            Put(tree, place, parameter.Kind!);
        }
        else
        {
            Members(text, root, 0);
        }
    }

    private bool HasUnknown(JsonTree tree, int place, IReadOnlySet<string>? names, int depth)
    {
        if (names is null)
        {
            return false;
        }

        foreach (var child in tree.Children(place))
        {
            if (tree[place].IsObject)
            {
                var name = PlainName.Of(tree.Name(child));
                if (tool.Member(name) is not null)
                {
                    continue;
                }

                if (!names.Contains(name))
                {
                    return true;
                }
            }

            if (depth < MaxDepth && (tree[child].IsObject || tree[child].IsArray) && HasUnknown(tree, child, names, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    private void Members(JsonTree tree, int place, int depth)
    {
        if (depth > MaxDepth)
        {
            Whole(tree, place, tool.Kind);
            return;
        }

        var value = tree[place];
        if (value.IsString)
        {
            if (value.End - value.Start > 4 && tree.Within(place) is { } inner)
            {
                Members(inner, 0, depth + 1);
            }

            return;
        }

        foreach (var child in tree.Children(place))
        {
            if (value.IsObject && tool.Member(PlainName.Of(tree.Name(child))) is { } kind)
            {
                Whole(tree, child, kind);
            }
            else
            {
                Members(tree, child, depth + 1);
            }
        }
    }

    private void Whole(JsonTree tree, int place, string kind, bool isGuess = false)
    {
        var value = tree[place];
        if (value.IsString && IsMark(tree.Raw(place)))
        {
            return;
        }

        secrets.Known.AddLeaves(kind, tree.Raw(place), isGuess: isGuess, withNames: true);
        if (isGuess && value.IsString)
        {
            secrets.Known.AddPieces(kind, tree.Text(place));
        }

        Put(tree, place, kind);
    }

    // Values under names that hold nothing sensitive are withheld with the rest, but are not remembered as secrets.
    private void LearnHidden(JsonTree tree, int place, SecretParameter parameter, bool isShown, int depth)
    {
        var value = tree[place];
        if (!(value.IsObject || value.IsArray) || depth > MaxDepth)
        {
            if (!isShown)
            {
                secrets.Known.AddLeaves(parameter.Kind!, tree.Raw(place), isGuess: true);
            }

            return;
        }

        foreach (var child in tree.Children(place))
        {
            var name = value.IsObject ? PlainName.Of(tree.Name(child)) : null;
            if (name is not null && tool.Member(name) is { } kind)
            {
                secrets.Known.AddLeaves(kind, tree.Raw(child), withNames: true);
            }
            else
            {
                LearnHidden(tree, child, parameter, isShown || (name is not null && parameter.Names?.Contains(name) == true && !tree[child].IsObject && !tree[child].IsArray), depth + 1);
            }
        }
    }

    private void Put(JsonTree tree, int place, string kind)
    {
        var value = tree[place];
        var (start, end) = (tree.InLine(value.Start), tree.InLine(value.End));
        found.Add(new(start, end, kind, Committed(tree, place))
        {
            IsWhole = tree.Depth == 0,
            Shown = tree.Depth == 0 ? null : KnownSearch.Quoted(kind, tree.Depth),
        });
    }

    // A commitment to a part of a string is a commitment to a string. Objects and lists get no commitment.
    private byte[] Committed(JsonTree tree, int place)
    {
        var value = tree[place];
        if (secrets.Commitments is null || value.IsObject || value.IsArray)
        {
            return [];
        }

        if (tree.Depth == 0 && !value.IsString)
        {
            return tree.Raw(place).ToArray();
        }

        var json = new JsonBuffer();
        json.String(tree.Text(place));
        return json.Written.ToArray();
    }

    private static bool IsMark(ReadOnlySpan<byte> json) => json.StartsWith("\"[redacted:"u8) && json.EndsWith("]\""u8) && json.Length < 128;

    private static bool IsPart(JsonTree tree, int place) => tree[place].IsObject && tree.Children(place).Any(member => IsType(tree, member));

    private static bool IsType(JsonTree tree, int member) => tree[member].IsString && tree.Name(member).TrimStart('$') is "type" or "mimeType" or "mediaType" or "media_type";
}
