using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>The common form of a name that frameworks spell in their own ways: <c>GetOrderAsync</c> and <c>get_order</c> are the same tool.</summary>
internal static class PlainName
{
    private const string Async = "async";

    /// <summary>The name in lowercase letters, without <c>_</c>, <c>-</c> and a leading <c>$</c>.</summary>
    internal static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.AsSpan().TrimStart('$'))
        {
            if (c is not ('_' or '-'))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString();
    }

    /// <summary>The plain name, without <c>Async</c> at its end.</summary>
    internal static string OfTool(string name)
    {
        var plain = Of(name);
        return plain.Length > Async.Length && plain.EndsWith(Async, StringComparison.Ordinal) ? plain[..^Async.Length] : plain;
    }

    /// <summary>The plain name, and the same name without each leading part that a framework may have added, such as a server's, plug-in's or type's name.</summary>
    internal static IEnumerable<string> Candidates(string name)
    {
        yield return OfTool(name);
        for (var i = 1; i < name.Length - 1; i++)
        {
            if (name[i] is '.' or '/' or ':' or '_' or '-')
            {
                yield return OfTool(name[(i + 1)..]);
            }
        }
    }
}
