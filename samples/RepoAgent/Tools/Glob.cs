using System.Text;
using System.Text.RegularExpressions;

namespace RepoAgents.Tools;

/// <summary>
/// A file pattern: <c>*</c> any characters of a name, <c>?</c> one of them, <c>**</c> any folders. Without <c>/</c> it is
/// compared with the file's name, else with its whole path. Upper and lower case are alike.
/// </summary>
internal sealed class Glob
{
    private readonly Regex _regex;
    private readonly bool _wholePath;

    public Glob(string pattern)
    {
        _wholePath = pattern.Contains('/');
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**/"))
            {
                regex.Append("(?:.*/)?");
                i += 2;
            }
            else if (pattern.AsSpan(i).StartsWith("**"))
            {
                regex.Append(".*");
                i++;
            }
            else
            {
                regex.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        _regex = new Regex(
            regex.Append(@"\z").ToString(),
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    public bool Matches(string path) => _regex.IsMatch(_wholePath ? path : path[(path.LastIndexOf('/') + 1)..]);
}
