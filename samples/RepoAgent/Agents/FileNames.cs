using RepoAgents.Tools;

namespace RepoAgents.Agents;

/// <summary>How well files answer to a name that may be partial.</summary>
internal static class FileNames
{
    /// <summary>The files that answer best; several when they answer alike.</summary>
    public static IReadOnlyList<RepoFile> Best(string name, IReadOnlyList<RepoFile> files)
    {
        var wanted = name.Replace('\\', '/').Trim('/');
        wanted = wanted.StartsWith("./", StringComparison.Ordinal) ? wanted[2..] : wanted;
        foreach (var answers in (ReadOnlySpan<Func<string, bool>>)
        [
            path => path == wanted,
            path => path.EndsWith("/" + wanted, StringComparison.Ordinal),
            path => Same(path, wanted) || EndsWith(path, "/" + wanted),
            path => Same(Stem(path), wanted) || EndsWith(Stem(path), "/" + wanted),
            path => HasInOrder(path, wanted),
            path => path.Contains(wanted, StringComparison.OrdinalIgnoreCase),
        ])
        {
            var best = files.Where(f => answers(f.Path)).ToList();
            if (best.Count > 0)
            {
                return best;
            }
        }

        return [];
    }

    // "src/Program.cs" of "src/App/Main/Program.cs": folders left out, the name itself whole.
    private static bool HasInOrder(string path, string wanted)
    {
        var (parts, next) = (wanted.Split('/'), 0);
        foreach (var part in path.Split('/'))
        {
            next += next < parts.Length && Same(part, parts[next]) ? 1 : 0;
        }

        return next == parts.Length && EndsWith(path, parts[^1]);
    }

    // "src/App/Program.cs" → "src/App/Program"
    private static string Stem(string path) => path[..^Path.GetExtension(path).Length];

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static bool EndsWith(string a, string b) => a.EndsWith(b, StringComparison.OrdinalIgnoreCase);
}
