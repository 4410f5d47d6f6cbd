using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>What is left of a tool's, a parameter's or a member's name when frameworks write it in their own way: <c>GetOrderAsync</c> is <c>get_order</c>.</summary>
internal static class PlainName
{
    private const string Async = "async";

    /// <summary>The name in small letters without <c>_</c>, <c>-</c> and a leading <c>$</c>.</summary>
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

    /// <summary>The same, without <c>Async</c> at its end.</summary>
    internal static string OfTool(string name)
    {
        var plain = Of(name);
        return plain.Length > Async.Length && plain.EndsWith(Async, StringComparison.Ordinal) ? plain[..^Async.Length] : plain;
    }

    /// <summary>The name, and what stands after each part in front of it that a framework may have put there: the server's, the plug-in's or the type's name.</summary>
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
