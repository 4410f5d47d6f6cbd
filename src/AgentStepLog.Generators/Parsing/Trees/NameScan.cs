using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Searches a text for names that may be called: those before a parenthesis or type arguments, also in strings and comments.
/// To walk the nodes of all bodies instead, the compiler would have to create each of them, which takes ten times as long.
/// </summary>
internal sealed class NameScan
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    private static readonly bool[] s_isPart = [.. Enumerable.Range(0, 128).Select(static c => char.IsLetterOrDigit((char)c) || c == '_')];
    private static readonly uint s_is = Hash("is");
    private static readonly uint s_out = Hash("out");
    private static readonly uint[] s_ours = [.. Annotations.Names.Keys.SelectMany(static n => new[] { Hash(n), Hash(n + "Attribute") })];

    private readonly List<NamePlace> _found = [];
    private uint _hash;
    private int _start;
    private char _last;
    private bool _isNumber;
    private bool _isInside;
    private bool _isAfter;

    /// <summary>The places of the names, in order.</summary>
    public IReadOnlyList<NamePlace> Found => _found;

    /// <summary>The places of the words <c>is</c> and <c>out</c>, which can begin the declaration of a variable inside an expression.</summary>
    public List<int> Declaring { get; } = [];

    /// <summary>Whether the text may contain one of this library's attributes by its own name.</summary>
    public bool NamesOurs { get; private set; }

    /// <summary>Whether a name may be written in another form than its own: with an escape, or with characters that do not count.</summary>
    public bool IsUnusual { get; private set; }

    public static NameScan Of(SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var scan = new NameScan();
        var buffer = new char[Math.Min(text.Length, 4096)];
        for (var start = 0; start < text.Length; start += buffer.Length)
        {
            var count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            scan.Next(buffer, count, start);
        }

        return scan;
    }

    /// <summary>FNV-1a. Where two names have one hash, the syntax decides which it is.</summary>
    public static uint Hash(string name)
    {
        var hash = Offset;
        foreach (var c in name)
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return hash;
    }

    private void Next(char[] buffer, int count, int start)
    {
        for (var i = 0; i < count; i++)
        {
            var c = buffer[i];
            if (c < 128 ? s_isPart[c] : IsPart(c))
            {
                if (!_isInside)
                {
                    _isInside = true;
                    _isAfter = false;
                    _hash = Offset;
                    _start = start + i;
                    _isNumber = char.IsDigit(c);
                }

                _last = c;

                _hash = unchecked((_hash ^ c) * Prime);
            }
            else if (_isInside || _isAfter)
            {
                End(c);
            }

            IsUnusual |= c == '\\' && MayEscape(buffer, i + 1, count);
        }
    }

    // Space, comments and directives may be between a name and its parenthesis. The word "is" may directly follow a number.
    private void End(char c)
    {
        if (_isInside)
        {
            _isInside = false;
            if (_hash == s_is || _hash == s_out || (_isNumber && _last == 's'))
            {
                Declaring.Add(_start);
            }

            NamesOurs |= Array.IndexOf(s_ours, _hash) >= 0;
        }

        // The compiler ignores U+001A, the mark that ends a file on old systems.
        _isAfter = char.IsWhiteSpace(c) || c == '\u001A';
        if (c is '(' or '<' or '/' or '#')
        {
            _found.Add(new NamePlace(_hash, _start));
        }
    }

    // At the end of the buffer the next character is unknown, so the answer is yes.
    private static bool MayEscape(char[] buffer, int next, int count) => next == count || buffer[next] is 'u' or 'U';

    private bool IsPart(char c)
    {
        IsUnusual |= CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
        return !char.IsWhiteSpace(c);
    }
}

/// <param name="Hash">The hash of the name (<see cref="NameScan.Hash"/>).</param>
/// <param name="Start">The position of the name.</param>
internal readonly record struct NamePlace(uint Hash, int Start);
