using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using AgentStepLog.Generators.Model;

namespace AgentStepLog.Generators.Parsing;

/// <summary>The names of source files in the log and in hint names. They are the same in every checkout.</summary>
internal static class SourcePaths
{
    /// <summary>The path relative to the project, with <c>/</c>; the file's name alone where it is outside of the project.</summary>
    public static string Relative(string path, Settings settings)
    {
        var full = path.Replace('\\', '/');
        var root = settings.ProjectDirectory.Replace('\\', '/').TrimEnd('/') + "/";
        return root.Length > 1 && full.StartsWith(root, StringComparison.OrdinalIgnoreCase) && !full.Contains("/../")
            ? full.Substring(root.Length)
            : Path.GetFileName(full);
    }

    /// <summary>A name for hint names that is not among <paramref name="taken"/>, the names of the compilation's other files.</summary>
    public static string Unique(string path, Settings settings, HashSet<string> taken)
    {
        var relative = Relative(path, settings);
        var name = new StringBuilder();
        foreach (var c in relative.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? relative.Substring(0, relative.Length - 3) : relative)
        {
            name.Append(char.IsLetterOrDigit(c) || c is '_' or '-' ? c : '.');
        }

        var unique = name.ToString().Trim('.');
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = name + "." + GeneratedNames.Number(n);
        }

        return unique;
    }
}
