namespace AgentStepLog.Withholding;

/// <summary>
/// Makes the scanner of a log's options. The last one is kept with the options that it was made of: the runs of a service begin with the same ones, and to
/// prepare shapes takes longer than to start a log.
/// </summary>
internal static class ScannerCache
{
    private static Entry? s_last;

    internal static SecretScanner ScannerOf(WithholdingOptions options)
    {
        if (options.Except.Count + options.Shapes.Count == 0)
        {
            return SecretScanner.BuiltIn.And(options.PersonalData);
        }

        if (Volatile.Read(ref s_last) is { } last && last.IsOf(options))
        {
            return last.Scanner;
        }

        var scanner = new SecretScanner(
        [
            .. options.Shapes.Select(static shape => shape.ToPattern()),
            .. BuiltInShapes.All.Where(pattern => !options.Except.Contains(pattern.Kind, StringComparer.Ordinal)),
        ]).And(options.PersonalData);
        Volatile.Write(ref s_last, new(options, scanner));
        return scanner;
    }

    private sealed record Entry(WithholdingOptions Options, SecretScanner Scanner)
    {
        internal bool IsOf(WithholdingOptions other) =>
            Options.PersonalData == other.PersonalData && Options.Except.SequenceEqual(other.Except, StringComparer.Ordinal) && Options.Shapes.SequenceEqual(other.Shapes);
    }
}
