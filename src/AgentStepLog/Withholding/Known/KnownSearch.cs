using System.Text;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>
/// Finds the values that a run knows in the JSON of a line. It finds them unescaped, with any of their characters escaped, and in JSON within a string of JSON. The
/// class is not thread-safe. It is reused for its buffers.
/// </summary>
internal sealed class KnownSearch
{
    /// <summary>The most layers of escapes that are removed. Each layer nearly doubles the backslashes.</summary>
    internal const int MaxLayers = 16;

    private readonly List<(int Start, KnownValue Value)> _found = [];
    private readonly List<Unescaped> _layers = [];
    private readonly JsonBuffer _json = new();

    private KnownValues _values = null!;
    private bool _commits;

    /// <summary>Sets the run whose values are searched for.</summary>
    /// <param name="values">The values; null releases them.</param>
    /// <param name="commits">Whether there is a key ring, so that each match needs its whole value for a commitment.</param>
    internal KnownSearch For(KnownValues? values, bool commits = false)
    {
        (_values, _commits) = (values!, commits);
        return this;
    }

    /// <summary>Finds known values in a JSON text, or in members of an object.</summary>
    /// <param name="json">Valid JSON without white space.</param>
    /// <param name="matches">Receives the matches; some may overlap.</param>
    internal void Find(ReadOnlySpan<byte> json, ref List<SecretMatch>? matches)
    {
        for (var at = 0; at < json.Length;)
        {
            var escape = json[at..].IndexOf((byte)'\\');
            if (escape < 0)
            {
                Plain(json[at..], at, ref matches);
                return;
            }

            // Only strings contain backslashes, and before the first backslash every quote is a real one.
            var open = at + json.Slice(at, escape).LastIndexOf((byte)'"');
            var end = EndOfString(json, at + escape);
            Plain(json[at..(open + 1)], at, ref matches);
            String(json[(open + 1)..end], open + 1, isKey: end + 1 < json.Length && json[end + 1] == (byte)':', ref matches);
            at = end;
        }
    }

    /// <summary>Finds known values in the content of a string.</summary>
    /// <param name="text">The text between its quotes.</param>
    /// <param name="start">The offset to add to each place.</param>
    /// <param name="isKey">Whether it is the name of a member.</param>
    /// <param name="matches">Receives the matches; some may overlap.</param>
    internal void String(ReadOnlySpan<byte> text, int start, bool isKey, ref List<SecretMatch>? matches)
    {
        for (var depth = 0; depth < MaxLayers; depth++)
        {
            if (depth == _layers.Count)
            {
                _layers.Add(new());
            }

            var layer = _layers[depth];
            if (!layer.Read(depth == 0 ? text : _layers[depth - 1].Text) && depth > 0)
            {
                return; // the same layer was searched before
            }

            Layer(layer.Text, depth, start, isKey, ref matches);
            if (!layer.HasMore)
            {
                return;
            }
        }
    }

    /// <summary>Finds known values in a plain text; matches may overlap.</summary>
    internal void FindInPlain(ReadOnlySpan<byte> utf8, ref List<SecretMatch>? matches)
    {
        _found.Clear();
        _values.Find(utf8, isJson: false, _found);
        foreach (var (at, value) in _found)
        {
            (matches ??= []).Add(new(at, at + value.Text.Length, value.Kind));
        }
    }

    private void Plain(ReadOnlySpan<byte> json, int start, ref List<SecretMatch>? matches)
    {
        _found.Clear();
        _values.Find(json, isJson: true, _found);
        foreach (var (at, value) in _found)
        {
            (matches ??= []).Add(new(start + at, start + at + value.Text.Length, value.Kind, Whole(value)) { IsKnown = true });
        }
    }

    private void Layer(ReadOnlySpan<byte> text, int depth, int start, bool isKey, ref List<SecretMatch>? matches)
    {
        _found.Clear();
        _values.Find(text, isJson: false, _found);
        foreach (var (at, value) in _found)
        {
            var end = at + value.Text.Length;
            if (isKey && depth == 0 ? KnownNames.IsName(text, at, end) : IsName(text, at, end))
            {
                continue;
            }

            // Within JSON in a string, the mark of a bare number needs quotes.
            var shown = IsBareNumber(text, at, end) ? Quoted(value.Kind, depth + 1) : null;
            (matches ??= []).Add(new(start + Source(at, depth), start + Source(end, depth), value.Kind, Whole(value)) { IsKnown = true, IsLong = WordBounds.IsLong(value.Text), Shown = shown });
        }
    }

    private int Source(int at, int depth)
    {
        for (; depth >= 0; depth--)
        {
            at = _layers[depth].SourceOf(at);
        }

        return at;
    }

    /// <summary>The mark as a JSON string under some layers of escapes; the outermost layer is the line's own.</summary>
    internal static string Quoted(string kind, int depth)
    {
        var quote = new string('\\', (1 << depth) - 2) + "\\u0022";
        return $"{quote}[redacted:{System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode(kind)}]{quote}";
    }

    private static bool IsBareNumber(ReadOnlySpan<byte> text, int start, int end)
    {
        var first = text.TrimStart(" \t\r\n"u8);
        return !first.IsEmpty && first[0] is (byte)'{' or (byte)'['
            && start > 0 && text[..start].TrimEnd(" \t\r\n"u8) is [.., (byte)':' or (byte)',' or (byte)'[']
            && text[end..].TrimStart(" \t\r\n"u8) is [(byte)',' or (byte)'}' or (byte)']', ..]
            && text[start] is (byte)'-' or (>= (byte)'0' and <= (byte)'9');
    }

    // True for a member's name in JSON within a string. A text that only looks like a name counts if it is a known name as well.
    private static bool IsName(ReadOnlySpan<byte> text, int start, int end) =>
        start > 0 && text[start - 1] == (byte)'"' && text[end..] is [(byte)'"', .. var after]
        && after.TrimStart(" \t\r\n"u8) is [(byte)':', ..] && KnownNames.Contains(text[start..end]);

    private byte[]? Whole(KnownValue value)
    {
        if (!_commits)
        {
            return null;
        }

        _json.Reset();
        _json.String(Encoding.UTF8.GetString(value.Text));
        return _json.Written.ToArray();
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int at)
    {
        while (json[at] != (byte)'"')
        {
            at += json[at] == (byte)'\\' ? 2 : 1;
            var next = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            at += next;
        }

        return at;
    }
}
