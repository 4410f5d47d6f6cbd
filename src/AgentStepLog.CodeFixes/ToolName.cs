using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.CodeFixes;

/// <summary>Finds a name for a tool whose name another tool has.</summary>
internal static class ToolName
{
    private const int Longest = 64;

    /// <summary>Whether providers accept the name, and no other tool has it.</summary>
    public static bool IsFree(string name, HashSet<string> taken) =>
        name.Length <= Longest && name.All(IsPlain) && !taken.Contains(name);

    /// <summary>The method's name followed by the parameters that the other does not have, such as <c>FindByBytes</c>; or else by a number.</summary>
    public static string ByParameters(IMethodSymbol method, IMethodSymbol other, HashSet<string> taken)
    {
        var asked = method.Parameters.Where(static p => p.Type is not { Name: "CancellationToken", ContainingNamespace.Name: "Threading" }).ToList();
        var own = asked.Where(p => other.Parameters.All(o => o.Name != p.Name)).ToList();
        var stem = Plain(method.Name);
        string[] candidates =
        [
            own.Count > 0 ? stem + "By" + string.Join("And", own.Select(static p => Pascal(p.Name))) : "",
            asked.Count > 0 ? stem + "By" + string.Join("And", asked.Select(static p => TypeName(p.Type))) : "",
        ];
        return candidates.FirstOrDefault(c => c.Length > 0 && IsFree(c, taken))
            ?? Enumerable.Range(2, int.MaxValue - 2).Select(n => Numbered(stem, n)).First(c => IsFree(c, taken));
    }

    private static string TypeName(ITypeSymbol type) => type is IArrayTypeSymbol array ? TypeName(array.ElementType) + "Array" : Pascal(type.Name);

    private static string Numbered(string stem, int number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return (stem.Length + digits.Length > Longest ? stem.Substring(0, Longest - digits.Length) : stem) + digits;
    }

    private static string Pascal(string name) => Plain(name) is { Length: > 0 } plain ? char.ToUpperInvariant(plain[0]) + plain.Substring(1) : "";

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Where(IsPlain))
        {
            plain.Append(c);
        }

        return plain.ToString();
    }

    private static bool IsPlain(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_' or '-';
}
