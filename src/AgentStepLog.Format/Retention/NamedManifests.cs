using System.Text;
using System.Text.Json;
using AgentStepLog.Files;
using AgentStepLog.Reading;
using AgentStepLog.Records;

namespace AgentStepLog.Retention;

/// <summary>Looks through the logs of a directory for the documents that they name.</summary>
internal sealed class NamedManifests(ILogFiles files, string directory, IReadOnlySet<string> gone)
{
    /// <summary>Why it cannot be told what some log names; null where it can.</summary>
    internal string? Obstacle { get; private set; }

    /// <param name="hashes">Those that are asked for.</param>
    /// <param name="left">Takes those that no log names.</param>
    /// <returns>False where a log cannot be read: it may name any.</returns>
    internal bool Take(IEnumerable<string> hashes, out HashSet<string> left)
    {
        left = new(hashes, StringComparer.Ordinal);
        var references = new List<BlobReference>();
        // The newest first: they name what most others name, and the search ends when nothing is left.
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
                // Another call has dropped it meanwhile, with its run.
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
                return null; // gone, begun just now, or no log at all
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

    // As it stands, whatever the line is: in a damaged one, too. And decoded, as the verifier does.
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
            // A damaged line: what it names as it stands was looked for.
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
            return false; // damage
        }
    }
}
