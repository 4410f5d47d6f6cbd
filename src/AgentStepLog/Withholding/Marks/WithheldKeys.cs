using System.Globalization;
using System.Text;
using AgentStepLog.Json;

namespace AgentStepLog.Withholding;

/// <summary>Replaces keys that contain secrets within one line, and rewrites JSON pointers that lead through such keys.</summary>
/// <param name="secrets">Finds secrets in keys.</param>
internal sealed class WithheldKeys(RunSecrets secrets)
{
    // The key of this dictionary is a pointer in which the withheld keys before the last one have their replacement names.
    private readonly Dictionary<string, WithheldKey> _keys = new(StringComparer.Ordinal);
    private int _last;

    internal WithheldKey Withhold(string pointer, string kind, byte[] key, ReadOnlySpan<byte> line) =>
        _keys[pointer] = new(FreeName(line), kind, key);

    /// <summary>
    /// Rewrites a pointer so that it fits the line with its replaced keys. Keys are checked decoded, because a slash is two characters in a pointer and breaks a
    /// secret's shape.
    /// </summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="line">The line.</param>
    /// <param name="found">The last key of the pointer that was withheld; null if there is none.</param>
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

                // The pointer leads to a value that the line does not contain, so the walk has not met this key.
                var json = new JsonBuffer();
                json.String(text);
                key = Withhold(place, matches[0].Kind, json.Written.ToArray(), line);
            }

            found = key;
            shown.Append('/').Append(key.Name);
        }

        return shown.ToString();
    }

    // Keys of one object stay distinct, even if a recorded key looks like a replacement name.
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
