using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.ArchitectureTests;

/// <summary>
/// The names that a generator can write: those in its texts after a dot, as in <c>"scope.Leave("</c>, or where a text of its emission begins, as in
/// <c>$"new {services}OfferedTool("</c>. The members of its enumerations, too, since it writes <c>$"scope.End{shape}"</c>.
/// </summary>
internal sealed partial class WrittenNames
{
    private readonly HashSet<string> _whole = [];
    private readonly HashSet<string> _beginnings = [];
    private readonly HashSet<string> _ends = [];

    private WrittenNames()
    {
    }

    /// <summary>Reads a generator.</summary>
    /// <param name="files">The path of each file from the project's folder, with <c>/</c>, and its text.</param>
    public static WrittenNames Of(IEnumerable<(string Path, string Text)> files)
    {
        var names = new WrittenNames();
        foreach (var (path, text) in files)
        {
            var isEmission = path.StartsWith("Emission/", StringComparison.Ordinal);
            foreach (var node in CSharpSyntaxTree.ParseText(text, path: path).GetRoot().DescendantNodes())
            {
                names.Add(node, isEmission);
            }
        }

        return names;
    }

    public bool Contains(string name) =>
        _whole.Contains(name) || _ends.Contains(name) || _beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal) && _ends.Contains(name[beginning.Length..]));

    private void Add(SyntaxNode node, bool isEmission)
    {
        switch (node)
        {
            case EnumMemberDeclarationSyntax member:
                _ends.Add(member.Identifier.ValueText);
                break;
            case LiteralExpressionSyntax { Token.Value: string text }:
                Add(text, isEmission);
                if (isEmission && Name().Match(text) is { Success: true })
                {
                    _beginnings.Add(text);
                    _ends.Add(text);
                }

                break;
            case InterpolatedStringTextSyntax { TextToken.ValueText: var text } part:
                Add(text, isEmission);
                if (BeforeHole().Match(text) is { Success: true } cut && part.Parent is InterpolatedStringExpressionSyntax { Contents: var parts } && parts[^1] != part)
                {
                    _beginnings.Add(cut.Value);
                }

                break;
            default:
                break;
        }
    }

    private void Add(string text, bool isEmission) => _whole.UnionWith((isEmission ? AfterDotOrFirst() : AfterDot()).Matches(text).Select(static match => match.Value));

    [GeneratedRegex(@"(?<=\.)\w+")]
    private static partial Regex AfterDot();

    [GeneratedRegex(@"(?<=^|\.)\w+")]
    private static partial Regex AfterDotOrFirst();

    [GeneratedRegex(@"(?<=\.)\w+$")]
    private static partial Regex BeforeHole();

    [GeneratedRegex(@"^[A-Z]\w*$")]
    private static partial Regex Name();
}
