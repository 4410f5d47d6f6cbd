using System.Text;

namespace RepoAgents.Tools;

/// <summary>
/// A file's text by lines: UTF-8, or UTF-16 and UTF-32 where a byte order mark says so. A file whose first 8,192 characters
/// hold a U+0000 is binary and has no text.
/// </summary>
internal static class TextFile
{
    private const int Sniffed = 8192;

    /// <summary>The file's lines, line breaks left out; null for a binary file.</summary>
    public static List<string>? Lines(string fullPath, CancellationToken cancellationToken)
    {
        using var reader = Open(fullPath);
        if (reader is null)
        {
            return [];
        }

        var lines = new List<string>();
        var sniffed = 0;
        while (reader.ReadLine() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sniffed < Sniffed && line.AsSpan(0, Math.Min(line.Length, Sniffed - sniffed)).Contains('\0'))
            {
                return null;
            }

            sniffed += line.Length + 1;
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>How many lines the file has, of any size; null for a binary file.</summary>
    public static long? CountLines(string fullPath, CancellationToken cancellationToken)
    {
        using var reader = Open(fullPath);
        if (reader is null)
        {
            return 0;
        }

        var buffer = new char[Sniffed];
        var (lines, previous, first) = (0L, '\n', true);
        for (int read; (read = reader.ReadBlock(buffer)) > 0; first = false)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = buffer.AsSpan(0, read);
            if (first && block.Contains('\0'))
            {
                return null;
            }

            foreach (var c in block)
            {
                lines += c == '\r' || (c == '\n' && previous != '\r') ? 1 : 0;
                previous = c;
            }
        }

        return first || previous is '\n' or '\r' ? lines : lines + 1;
    }

    // A file of no bytes is never opened: a pipe has none either, and opening one would wait for its other end.
    private static StreamReader? Open(string fullPath)
    {
        var info = new FileInfo(RealPath.Of(fullPath));
        return info.Length == 0 ? null : new StreamReader(info.FullName, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    }
}
