using System.Text;
using System.Text.Json;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Retention;

/// <summary>Finds the documents that the logs of a directory name.</summary>
internal sealed class NamedManifests(ILogFiles files, string directory, IReadOnlySet<string> gone)
{
    /// <summary>Why it is unknown which documents a log names; null where it is known for all logs.</summary>
    internal string? Obstacle { get; private set; }

    /// <param name="hashes">The hashes to look for.</param>
    /// <param name="left">Receives the hashes that no log names.</param>
    /// <returns>False where a log cannot be read, since it may name any of them.</returns>
    internal bool Take(IEnumerable<string> hashes, out HashSet<string> left)
    {
        left = new(hashes, StringComparer.Ordinal);
        var references = new List<BlobReference>();
        // The newest logs first: they name the documents that most others name, and the search ends when no hash is left.
        foreach (var name in files.List(directory).Reverse().Where(IsLog))
        {
            if (left.Count == 0)
            {
                return true;
            }

            try
            {
                if (Flaw(Path.Combine(directory, name), left, references) is { } flaw)
                {
                    Obstacle = $"\"{name}\" {flaw}, and may name any manifest: none was dropped.";
                    return false;
                }
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !files.Exists(Path.Combine(directory, name)))
            {
                // Another retention call has dropped it meanwhile, with its run.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Obstacle = $"\"{name}\" cannot be read, and may name any manifest: none was dropped. {e.Message}";
                return false;
            }
        }

        return true;
    }

    private bool IsLog(string name) =>
        (name.EndsWith(".jsonl", StringComparison.Ordinal) || name.EndsWith(".jsonl.gz", StringComparison.Ordinal)) && !gone.Contains(name);

    private string? Flaw(string path, HashSet<string> left, List<BlobReference> references)
    {
        switch (files.Look(path))
        {
            case null or { IsFile: true, Length: 0 }:
                return null; // it is gone, was started just now, or is no log
            case { IsFile: false }:
                return "is no file of its own";
        }

        using var stream = new LogSegment(1, path, null).Read(files);
        using var lines = new LineScanner(stream);
        while (left.Count > 0 && lines.Next())
        {
            if (lines.IsTooLong)
            {
                return "has a line that is too long to be read";
            }

            if (lines.Number == 0 && IsOfOtherVersion(lines.Line))
            {
                return "is of a later version of the format";
            }

            TakeFrom(lines.Line.Span, left, references);
        }

        return null;
    }

    // Looks for hashes in the raw bytes, so that those of a damaged line are found, too, and then in the decoded fields, as the verifier does.
    private static void TakeFrom(ReadOnlySpan<byte> line, HashSet<string> left, List<BlobReference> references)
    {
        if (line.IndexOf("sha256:"u8) < 0 && line.IndexOf((byte)'\\') < 0)
        {
            return;
        }

        Span<byte> hex = stackalloc byte[64];
        foreach (var hash in left)
        {
            Encoding.ASCII.GetBytes(hash, hex);
            if (line.IndexOf(hex) >= 0)
            {
                left.Remove(hash);
            }
        }

        references.Clear();
        try
        {
            BlobReference.Flaw(line, references);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The line is damaged. Its raw bytes were searched already.
        }

        references.ForEach(reference => left.Remove(reference.Hash));
    }

    private static bool IsOfOtherVersion(ReadOnlyMemory<byte> line)
    {
        try
        {
            var fields = new LineFields(null);
            fields.Parse(line.ToArray());
            return fields.Whole("v"u8) is { } version and not 1;
        }
        catch (FormatException)
        {
            return false; // the line is damaged
        }
    }
}
