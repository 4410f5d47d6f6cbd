using System.Globalization;

namespace AgentStepLog.Json;

/// <summary>The mark in place of a value that takes more bytes than <c>StepLogOptions.ValueLimit</c> allows.</summary>
internal static class TooLarge
{
    /// <summary>The mark for objects and lists. Their length would be known only after they are written.</summary>
    internal const string Mark = "[too large]";

    /// <summary>The mark for a value whose length is known: in UTF-16 units for a text, in bytes for bytes and JSON.</summary>
    internal static string MarkOf(long length) => string.Create(CultureInfo.InvariantCulture, $"[too large:{length}]");

    /// <summary>Whether a text is the mark of a value that was too large.</summary>
    internal static bool IsMark(string text) => text.StartsWith("[too large:", StringComparison.Ordinal) && text.EndsWith(']');

    /// <summary>Writes <see cref="MarkOf"/> without quotes.</summary>
    internal static void Write(JsonBuffer json, long length)
    {
        json.Raw("[too large:"u8);
        json.Number(length);
        json.Byte((byte)']');
    }
}
