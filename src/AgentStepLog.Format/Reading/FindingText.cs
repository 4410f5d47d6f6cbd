using System.Globalization;

namespace AgentStepLog.Reading;

/// <summary>The sentences of a verification: the findings, and the limits of the proof.</summary>
internal static class FindingText
{
    /// <summary>The limits of each verification without a key or an anchor.</summary>
    public const string Unproven =
        "No key and no anchor was given, so this does not prove that the log is the original: a person who can write the file can rewrite "
        + "all of it, or cut lines off its end.";

    public static string Tampered(long good, string flaw) =>
        Text($"Tampered: {Where(good)} {flaw}. {Before(good)} Nothing from there on is proven.");

    public static string Torn(long good, string flaw, string blobs) =>
        Text($"Torn: {Where(good)}, the last, {flaw}. {Before(good)} A process that ends while it writes may leave this, and so may a cut or an edit of the last line. Nothing proves what stood there, or after it.{blobs}");

    public static string Unwritten(long good, string blobs) =>
        Text($"Torn: {Where(good)} holds zero bytes, which no line does. {Before(good)} A loss of power may leave this, in the place of bytes that were not on the disk yet, and so may a cut of a file that is still being written. Nothing proves what stood there, or stands behind it.{blobs}");

    public static string Superseded(long bytes, string path) =>
        Text($"Torn: {bytes} bytes at the end of {path} are passed over, since the next file begins where they stand. A failed sync may leave them, or a failed write that could not be cut off, or other software that wrote to the file. Nothing proves what stood there.");

    public static string Missing(string? files) =>
        files is null ? "" : files.Contains(' ', StringComparison.Ordinal) ? $" The files {files} of the run are not there." : $" The file {files} of the run is not there.";

    public static string Behind(string head, long known, long good) =>
        Text($"Torn: {head} knew of {known} lines, and {good} are here. A loss of power may take lines that were not synced, and so may a cut of the log, or the deletion of its last file.");

    public static string Lines(long good, RunOutcome? outcome, int openIntents)
    {
        var lines = good == 1 ? "the header holds together" : Text($"{good} lines hold together");
        var end = outcome is { } known
            ? Text($", and the run ended ({Name(known)}).")
            : ", and no run_end follows: the run was abandoned, still runs, or its end was cut off. The tail is unproven.";
        var open = openIntents switch
        {
            0 => "",
            1 => " 1 call was announced and has no outcome: it is unknown whether it took effect.",
            _ => Text($" {openIntents} calls were announced and have no outcome: it is unknown whether they took effect."),
        };
        return lines + end + open;
    }

    public static string NotThere(long first, long last) => first == last
        ? Text($"Damaged: step {first} is not there.")
        : Text($"Damaged: the steps {first} to {last} are not there.");

    /// <summary>The place of a line: its number in an editor, and its step.</summary>
    public static string Where(long step) => Where(step, step);

    /// <summary>The same for a later file, whose lines are counted from its own beginning.</summary>
    public static string Where(long line, long step) => Text($"line {line + 1} of the file (step {step})");

    private static string Before(long good) => good switch
    {
        0 => "No line stands before it.",
        1 => "The header before it is self-consistent.",
        _ => Text($"The {good} lines before it are self-consistent."),
    };

    private static string Name(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Completed => "completed",
        RunOutcome.Failed => "failed",
        RunOutcome.Canceled => "canceled",
        _ => "unknown",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
