using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Hashes the text of a file without its bodies.</summary>
internal static class DeclarationText
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="text">The whole text.</param>
    /// <param name="bodies">The bodies, in order. None is inside another.</param>
    public static ulong Hash(SourceText text, IReadOnlyList<TextSpan> bodies)
    {
        var hash = Offset;
        var buffer = new char[Math.Min(text.Length, 4096)];
        var position = 0;
        foreach (var body in bodies)
        {
            hash = Slice(hash, text, position, body.Start, buffer);

            // The place of a body is part of the declarations. Its content is not.
            hash = Next(hash, '\0');
            position = body.End;
        }

        return Slice(hash, text, position, text.Length, buffer);
    }

    /// <summary>FNV-1a over 64 bits.</summary>
    public static ulong Next(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);

    public static ulong Next(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = Next(hash, c);
        }

        return hash;
    }

    private static ulong Slice(ulong hash, SourceText text, int start, int end, char[] buffer)
    {
        while (start < end)
        {
            var count = Math.Min(buffer.Length, end - start);
            text.CopyTo(start, buffer, 0, count);
            for (var i = 0; i < count; i++)
            {
                hash = Next(hash, buffer[i]);
            }

            start += count;
        }

        return hash;
    }
}
