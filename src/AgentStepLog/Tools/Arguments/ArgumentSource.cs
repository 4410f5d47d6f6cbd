using System.Text;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Tools;

/// <summary>The text of the arguments as a model sent it: a string or bytes of UTF-8.</summary>
internal readonly struct ArgumentSource
{
    // The most characters that the log keeps of a text that is too large to be read.
    private const int KeptCharacters = 1000;

    private readonly string? _text;
    private readonly ReadOnlyMemory<byte> _utf8;

    public ArgumentSource(string text) => _text = text;

    public ArgumentSource(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    public string? Text => _text;

    public ReadOnlyMemory<byte> Utf8 => _utf8;

    /// <summary>Whether the text is blank. Models send that for a tool without parameters.</summary>
    public bool IsBlank => _text is null ? _utf8.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0 : _text.AsSpan().IndexOfAnyExcept(" \t\r\n") < 0;

    /// <summary>The size of the text in UTF-8.</summary>
    public long Bytes => _text is null ? _utf8.Length : Encoding.UTF8.GetByteCount(_text);

    /// <summary>Whether the text has more bytes than a limit. A string that is obviously too long is not counted.</summary>
    public bool IsLargerThan(int bytes) =>
        _text is null ? _utf8.Length > bytes : _text.Length > bytes || (_text.Length > bytes / 3 && Encoding.UTF8.GetByteCount(_text) > bytes);

    /// <summary>Writes as much as can be recorded: the members, or the whole as one text if it is not a JSON object.</summary>
    /// <param name="options">The limits on its size.</param>
    /// <param name="sensitive">The names that must not be recorded.</param>
    /// <param name="arguments">Knows the parameters; null if the tool is unknown.</param>
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
            // A table may allow more depth than a line does.
            var json = JsonText.Normalize(_text is null ? _utf8.Span : Encoding.UTF8.GetBytes(_text), options.MaxDepth);
            if (json.Utf8[0] == (byte)'{' && System.Text.Unicode.Utf8.IsValid(_utf8.Span))
            {
                return sensitive.Withhold(json, arguments);
            }
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            // The text is not JSON, so it is recorded as a text.
        }

        return sensitive.Unreadable(ToString());
    }

    public override string ToString() => _text ?? Encoding.UTF8.GetString(_utf8.Span);

    private string Beginning() => AmbientSecrets.Beginning(
        _text ?? Encoding.UTF8.GetString(_utf8.Span[..Math.Min(_utf8.Length, 100 * KeptCharacters)]), KeptCharacters);
}
