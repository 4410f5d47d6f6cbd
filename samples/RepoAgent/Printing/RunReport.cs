using AgentStepLog;

namespace RepoAgents.Printing;

/// <summary>What the log says of the run, read back from its file: the step tree, the totals, and the verifier's verdict.</summary>
internal static class RunReport
{
    /// <summary>Writes the report.</summary>
    /// <returns>Whether the log verifies.</returns>
    public static bool Write(string path, TextWriter output, bool color)
    {
        var ink = new Ink(color);
        var file = RepoLog.Read(path);
        var verification = StepLogVerifier.Verify(path);

        output.WriteLine();
        foreach (var line in new StepTree(file.Steps).Lines(ink))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        output.WriteLine(Printable.Block(file.Summary.ToString()));
        output.WriteLine();
        output.WriteLine("log      " + Printable.Line(path));
        var verdict = Printable.Line(verification.Message);
        output.WriteLine("verdict  " + (verification.IsIntact ? verdict : ink.Red(verdict)));
        return verification.IsIntact;
    }
}
