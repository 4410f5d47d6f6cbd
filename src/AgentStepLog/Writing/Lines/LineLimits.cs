using AgentStepLog.Files;

namespace AgentStepLog.Writing;

/// <summary>Limits that the format sets.</summary>
internal static class LineLimits
{
    /// <summary>Bytes of a line, without its LF.</summary>
    internal const int MaxLine = LineScanner.MaxLine;

    /// <summary>Bytes of a value's JSON that stay in its line, unless the options say otherwise.</summary>
    internal const int DefaultInlineLimit = 32 * 1024;

    /// <summary>Bytes of a value's JSON that are recorded at all, unless the options say otherwise.</summary>
    internal const int DefaultValueLimit = 16 * 1024 * 1024;

    /// <summary>Bytes of <c>error</c>; the whole message then goes to <c>error_blob</c>.</summary>
    internal const int MaxError = 4_096;

    /// <summary>Bytes of one entry of <c>error_frames</c>.</summary>
    internal const int MaxFrame = 512;

    /// <summary>Entries of <c>error_frames</c>.</summary>
    internal const int MaxFrames = 3;

    /// <summary>Entries of <c>error_causes</c>.</summary>
    internal const int MaxCauses = 5;

    /// <summary>Bytes of the message of one of them.</summary>
    internal const int MaxCause = 2_048;

    /// <summary>Bytes of the type of one of them.</summary>
    internal const int MaxCauseType = 512;

    /// <summary>Characters of a value that stay in its line when it is spilled.</summary>
    internal const int Preview = 256;

    /// <summary>
    /// More than the fields from <c>v</c> to <c>mono_ms</c> can take: 60 bytes of names and punctuation, a run id of 128,
    /// a type of 16, three numbers of 20 digits or so.
    /// </summary>
    internal const int Head = 320;

    /// <summary><c>,"prev":"…44…","crc":"…8…"}</c>.</summary>
    internal const int Tail = 10 + 44 + 1 + LastBytes;

    /// <summary><c>,"crc":"xxxxxxxx"}</c>: what the checksum does not cover.</summary>
    internal const int LastBytes = 18;

    /// <summary>What a line with these bytes of fields takes in the file, or a little more.</summary>
    internal static int Length(int fields) => fields + Head + Tail + 1;
}
