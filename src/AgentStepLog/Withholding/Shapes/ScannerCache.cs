namespace AgentStepLog.Withholding;

/// <summary>
/// Makes the scanner for a log's options, and keeps the last scanners with their options. Preparing shapes takes 16 ms, a hundred times as long as starting a log in
/// memory, and the runs of a service start with the same few options.
/// </summary>
internal sealed class ScannerCache
{
    /// <summary>The most scanners that are kept.</summary>
    internal const int Size = 16;

    private Entry[] _kept = [];

    /// <summary>The cache of the process.</summary>
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
        // Two threads at once may lose one of their entries. Its options are then prepared again.
        Volatile.Write(ref _kept, [new(options, scanner), .. kept.Take(Size - 1)]);
        return scanner;
    }

    private sealed record Entry(WithholdingOptions Options, SecretScanner Scanner)
    {
        internal bool IsOf(WithholdingOptions other) =>
            Options.PersonalData == other.PersonalData && Options.Except.SequenceEqual(other.Except, StringComparer.Ordinal) && Options.Shapes.SequenceEqual(other.Shapes);
    }
}
