using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>Limits that the format sets.</summary>
internal static class LineLimits
{
    /// <summary>The most bytes of a line, without its LF.</summary>
    internal const int MaxLine = LineScanner.MaxLine;

    /// <summary>The most bytes of a value's JSON that stay in its line, unless the options say otherwise.</summary>
    internal const int DefaultInlineLimit = 32 * 1024;

    /// <summary>The most bytes of a value's JSON that are recorded, unless the options say otherwise.</summary>
    internal const int DefaultValueLimit = 16 * 1024 * 1024;

    /// <summary>The most bytes of <c>error</c>. The whole of a longer message goes to <c>error_blob</c>.</summary>
    internal const int MaxError = 4_096;

    /// <summary>The most bytes of one entry of <c>error_frames</c>.</summary>
    internal const int MaxFrame = 512;

    /// <summary>The most entries of <c>error_frames</c>.</summary>
    internal const int MaxFrames = 3;

    /// <summary>The most entries of <c>error_causes</c>.</summary>
    internal const int MaxCauses = 5;

    /// <summary>The most bytes of the message in one entry of <c>error_causes</c>.</summary>
    internal const int MaxCause = 2_048;

    /// <summary>The most bytes of the type in one entry of <c>error_causes</c>.</summary>
    internal const int MaxCauseType = 512;

    /// <summary>The characters of a blob that stay in its line as a preview.</summary>
    internal const int Preview = 256;

    /// <summary>
    /// More bytes than the fields from <c>v</c> to <c>mono_ms</c> can take: 60 bytes of names and punctuation, a run id of 128, a type of 16, and three numbers of
    /// about 20 digits.
    /// </summary>
    internal const int Head = 320;

    /// <summary>The bytes of <c>,"prev":"…44…","crc":"…8…"}</c>.</summary>
    internal const int Tail = 10 + 44 + 1 + LastBytes;

    /// <summary>The bytes of <c>,"crc":"xxxxxxxx"}</c>, which the checksum does not cover.</summary>
    internal const int LastBytes = 18;

    /// <summary>The bytes that a line with so many bytes of fields takes in the file, or slightly more.</summary>
    internal static int Length(int fields) => fields + Head + Tail + 1;
}
