using System.Text;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Tools;

/// <summary>The arguments' text, as a model gave it: as a string or as bytes of UTF-8.</summary>
internal readonly struct ArgumentSource
{
    // Of a text that is too large to be read the log keeps the beginning.
    private const int KeptCharacters = 1000;

    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _utf8;

    public ArgumentSource(string text) => _text = text;

    public ArgumentSource(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    public string? Text => _text;

    public ReadOnlyMemory<byte> Utf8 => _utf8;

    /// <summary>Whether there is nothing, as models write it for a tool without parameters.</summary>
    public bool IsBlank => _text is null ? _utf8.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0 : _text.AsSpan().IndexOfAnyExcept(" \t\r\n") < 0;

    /// <summary>Its size as UTF-8.</summary>
    public long Bytes => _text is null ? _utf8.Length : Encoding.UTF8.GetByteCount(_text);

    /// <summary>Whether it has more bytes than that; a string that has is not counted.</summary>
    public bool IsLargerThan(int bytes) =>
        _text is null ? _utf8.Length > bytes : _text.Length > bytes || (_text.Length > bytes / 3 && Encoding.UTF8.GetByteCount(_text) > bytes);

    /// <summary>Writes what of it can be recorded: its members, or all of it as one text where it is no JSON object.</summary>
    /// <param name="options">How large it may be.</param>
    /// <param name="sensitive">What must not be recorded.</param>
    /// <param name="arguments">Knows the parameters; null when nobody does.</param>
    public Action<CaptureWriter> Recorded(ToolTableOptions options, SensitiveNames sensitive, ToolArguments? arguments)
    {
        if (IsLargerThan(options.MaxBytes))
        {
            return sensitive.Unreadable(Beginning() + "…", this);
        }

        if (IsBlank)
        {
            return static _ => { };
        }

        try
        {
            // A table may allow what a line does not hold.
            var json = JsonText.Normalize(_text is null ? _utf8.Span : Encoding.UTF8.GetBytes(_text), options.MaxDepth);
            if (json.Utf8[0] == (byte)'{' && System.Text.Unicode.Utf8.IsValid(_utf8.Span))
            {
                return sensitive.Withhold(json, arguments);
            }
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            // No JSON: recorded as the text that it is.
        }

        return sensitive.Unreadable(ToString());
    }

    public override string ToString() => _text ?? Encoding.UTF8.GetString(_utf8.Span);

    private string Beginning() => AmbientSecrets.Beginning(
        _text ?? Encoding.UTF8.GetString(_utf8.Span[..Math.Min(_utf8.Length, 100 * KeptCharacters)]), KeptCharacters);
}
