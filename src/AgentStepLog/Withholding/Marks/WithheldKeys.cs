using System.Globalization;
using System.Text;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>The names that keys of one line got in which there were secrets, and pointers that lead through such keys.</summary>
/// <param name="secrets">What is a secret.</param>
internal sealed class WithheldKeys(RunSecrets secrets)
{
    // By the pointer of the key, withheld keys before it as they are shown.
    private readonly Dictionary<string, WithheldKey> _keys = new(StringComparer.Ordinal);
    private int _last;

    internal WithheldKey Withhold(string pointer, string kind, byte[] key, ReadOnlySpan<byte> line) =>
        _keys[pointer] = new(FreeName(line), kind, key);

    /// <summary>A pointer into the line as the line shows it. In a pointer a slash is two characters, so that a secret need not have its shape there.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="line">The line.</param>
    /// <param name="found">The last key of it that was withheld, if any was.</param>
    internal string Shown(string pointer, ReadOnlySpan<byte> line, out WithheldKey? found)
    {
        found = null;
        var shown = new StringBuilder();
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var place = $"{shown}/{step}";
            if (!_keys.TryGetValue(place, out var key))
            {
                var text = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
                if (secrets.Find(Encoding.UTF8.GetBytes(text)) is not { } matches)
                {
                    shown.Append('/').Append(step);
                    continue;
                }

                // Its value is not in the line.
                var json = new JsonBuffer();
                json.String(text);
                key = Withhold(place, matches[0].Kind, json.Written.ToArray(), line);
            }

            found = key;
            shown.Append('/').Append(key.Name);
        }

        return shown.ToString();
    }

    // Keys of an object stay distinct, also from one that says of itself that it was withheld.
    private string FreeName(ReadOnlySpan<byte> line)
    {
        string name;
        do
        {
            name = string.Create(CultureInfo.InvariantCulture, $"[redacted-key-{++_last}]");
        }
        while (line.IndexOf(Encoding.ASCII.GetBytes($"\"{name}\":")) >= 0);
        return name;
    }
}
