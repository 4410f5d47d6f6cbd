using System.Text;

namespace AgentStepLog.Withholding;

/// <summary>
/// The password of a connection string: the value of <c>Password=</c> or <c>Pwd=</c>, if another part of the text has a name that connection strings use.
/// </summary>
internal static class ConnectionPassword
{
    private const int Around = 512;
    private const int Max = 256;

    private static readonly byte[][] s_others = [.. new[]
    {
        "server", "data source", "datasource", "host", "addr", "address", "network address", "user id", "userid", "uid", "user", "username", "user name", "database",
        "initial catalog", "port", "integrated security", "persist security info", "encrypt", "trustservercertificate", "driver", "provider", "dsn", "endpoint", "ssl",
        "sslmode", "ssl mode", "abortconnect", "pooling", "application name", "multipleactiveresultsets", "connect timeout", "connection timeout", "attachdbfilename", "allowadmin",
    }.Select(Encoding.ASCII.GetBytes)];

    /// <param name="text">The text.</param>
    /// <param name="equals">The offset of the equals sign.</param>
    /// <param name="found">Receives the match.</param>
    internal static int Match(ReadOnlySpan<byte> text, int equals, ref List<SecretMatch>? found)
    {
        var word = equals;
        while (word > 0 && text[word - 1] == (byte)' ')
        {
            word--;
        }

        var name = Named(text[..word], "password"u8) ? 8 : Named(text[..word], "pwd"u8) ? 3 : 0;
        if (name == 0)
        {
            return 0;
        }

        var start = equals + 1;
        while (start < text.Length && text[start] == (byte)' ')
        {
            start++;
        }

        // A part that begins after a comma ends at a comma, as in the connection strings of StackExchange.Redis.
        var separator = word > name && text[word - name - 1] == (byte)',' ? (byte)',' : (byte)';';
        var end = End(text, start, separator);
        if (end == start || text[start..end].StartsWith("[redacted:"u8) || !HasOther(text, word - name, end, separator))
        {
            return 0;
        }

        PersonalText.Add(ref found, start, end, "connection-password", isForm: false);
        return end;
    }

    private static bool Named(ReadOnlySpan<byte> before, ReadOnlySpan<byte> name) =>
        before.Length >= name.Length && Ascii.EqualsIgnoreCase(before[^name.Length..], name) && EscapedText.IsBoundary(before, before.Length - name.Length);

    // A quoted password ends at its quote, and may contain separators.
    private static int End(ReadOnlySpan<byte> text, int start, byte separator)
    {
        var at = start;
        var length = EscapedText.Read(text, at, out var quote);
        var isQuoted = length > 0 && quote == (byte)'\'';
        at += isQuoted ? length : 0;
        for (var count = 0; count < Max && EscapedText.Read(text, at, out var c) is > 0 and var next && c is not ((byte)'"' or (byte)'\n' or (byte)'\r'); count++)
        {
            if (c == (byte)'\'')
            {
                return isQuoted ? at + next : at;
            }

            if (c == separator && !isQuoted)
            {
                return at;
            }

            at += next;
        }

        return isQuoted ? start : at;
    }

    private static bool HasOther(ReadOnlySpan<byte> text, int start, int end, byte separator)
    {
        var before = text[Math.Max(0, start - Around)..start];
        before = before[(before.LastIndexOfAny((byte)'"', (byte)'\n') + 1)..];
        var after = text[end..Math.Min(text.Length, end + Around)];
        after = after.IndexOfAny((byte)'"', (byte)'\n') is >= 0 and var quote ? after[..quote] : after;
        return HasOther(before, separator) || HasOther(after, separator);
    }

    private static bool HasOther(ReadOnlySpan<byte> parts, byte separator)
    {
        while (!parts.IsEmpty)
        {
            var length = parts.IndexOf(separator) is >= 0 and var next ? next : parts.Length;
            var part = parts[..length];
            if (part.IndexOf((byte)'=') is > 0 and var equals && IsOther(part[..equals]))
            {
                return true;
            }

            parts = parts[Math.Min(parts.Length, length + 1)..];
        }

        return false;
    }

    // Other words may stand before the name, so only the end is compared.
    private static bool IsOther(ReadOnlySpan<byte> name)
    {
        name = name.TrimEnd((byte)' ');
        foreach (var other in s_others)
        {
            if (name.Length >= other.Length && Ascii.EqualsIgnoreCase(name[^other.Length..], other) && EscapedText.IsBoundary(name, name.Length - other.Length))
            {
                return true;
            }
        }

        return false;
    }
}
