namespace AgentStepLog.Withholding;

/// <summary>
/// Makes the scanner of a log's options, and keeps the last ones beside the options that they were made of. To prepare shapes takes 16 ms, a hundred times as long as to start a log in
/// memory, and the runs of a service start with the same few options.
/// </summary>
internal sealed class ScannerCache
{
    /// <summary>How many are kept.</summary>
    internal const int Size = 16;

    private Entry[] _kept = [];

    /// <summary>That of the process.</summary>
    internal static ScannerCache Shared { get; } = new();

    internal SecretScanner ScannerOf(WithholdingOptions options)
    {
        if (options.Except.Count + options.Shapes.Count == 0)
        {
            return SecretScanner.BuiltIn.And(options.PersonalData);
        }

        var kept = Volatile.Read(ref _kept);
        foreach (var entry in kept)
        {
            if (entry.IsOf(options))
            {
                return entry.Scanner;
            }
        }

        var scanner = new SecretScanner(
        [
            .. options.Shapes.Select(static shape => shape.ToPattern()),
            .. BuiltInShapes.All.Where(pattern => !options.Except.Contains(pattern.Kind, StringComparer.Ordinal)),
        ]).And(options.PersonalData);
        // Of two threads that come here at once one may lose its entry, and its options are prepared once more.
        Volatile.Write(ref _kept, [new(options, scanner), .. kept.Take(Size - 1)]);
        return scanner;
    }

    private sealed record Entry(WithholdingOptions Options, SecretScanner Scanner)
    {
        internal bool IsOf(WithholdingOptions other) =>
            Options.PersonalData == other.PersonalData && Options.Except.SequenceEqual(other.Except, StringComparer.Ordinal) && Options.Shapes.SequenceEqual(other.Shapes);
    }
}
