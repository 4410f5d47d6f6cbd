namespace RepoAgents.Tools;

/// <summary>Where a path really leads, every symbolic link on the way resolved. Parts that do not exist stand as they are.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <exception cref="IOException">The links go in a circle.</exception>
    public static string Of(string fullPath)
    {
        for (var links = 0; links <= MaxLinks; links++)
        {
            if (FirstLink(fullPath) is not { } resolved)
            {
                return fullPath;
            }

            fullPath = resolved;
        }

        throw new IOException($"'{fullPath}' goes through more than {MaxLinks} symbolic links.");
    }

    private static string? FirstLink(string fullPath)
    {
        var root = Path.GetPathRoot(fullPath) ?? "";
        var parts = fullPath[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var walked = root;
        for (var i = 0; i < parts.Length; i++)
        {
            var here = Path.Combine(walked, parts[i]);
            if (new FileInfo(here).LinkTarget is { } target)
            {
                return Path.GetFullPath(Path.Combine([Path.GetFullPath(target, walked), .. parts[(i + 1)..]]));
            }

            walked = here;
        }

        return null;
    }
}
