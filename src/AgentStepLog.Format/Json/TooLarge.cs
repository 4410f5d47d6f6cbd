using System.Globalization;

namespace AgentStepLog.Json;

/// <summary>What stands in the place of a value that takes more bytes than <c>StepLogOptions.ValueLimit</c> allows.</summary>
internal static class TooLarge
{
    /// <summary>Of objects and lists, whose length is known only once they are written.</summary>
    internal const string Mark = "[too large]";

    /// <summary>The same for a value whose own length is known: of a text its UTF-16 units, of bytes and of JSON their bytes.</summary>
    internal static string MarkOf(long length) => string.Create(CultureInfo.InvariantCulture, $"[too large:{length}]");

    /// <summary>Whether a text stands for one that was too large.</summary>
    internal static bool IsMark(string text) => text.StartsWith("[too large:", StringComparison.Ordinal) && text.EndsWith(']');

    /// <summary>Writes <see cref="MarkOf"/> without quotes.</summary>
    internal static void Write(JsonBuffer json, long length)
    {
        json.Raw("[too large:"u8);
        json.Number(length);
        json.Byte((byte)']');
    }
}
