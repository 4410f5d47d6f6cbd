using AgentStepLog.Hashing;

namespace AgentStepLog.Files;

/// <summary>
/// The place of a document that many runs name: a manifest, a tool set. It is stored once in their directory, as <c>manifests/{sha256}.json</c>, and belongs to no
/// single run.
/// </summary>
internal static class SharedDocument
{
    /// <summary>Whether a folder is a link. A link leads out of the log's directory.</summary>
    internal static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    internal const string Folder = "manifests";

    internal const string Extension = ".json";

    internal static string FolderIn(string directory) => Path.Combine(directory, Folder);

    /// <param name="directory">The directory of the runs.</param>
    /// <param name="hash">The 64 hex digits of its hash.</param>
    internal static string PathIn(string directory, string hash) => Path.Combine(directory, Folder, hash + Extension);

    /// <summary>The hash in the name of a file of the folder; null for another kind of name.</summary>
    internal static string? HashOf(string name) =>
        name.EndsWith(Extension, StringComparison.Ordinal) && HashName.IsDigits(name.AsSpan(0, name.Length - Extension.Length)) ? name[..^Extension.Length] : null;
}
