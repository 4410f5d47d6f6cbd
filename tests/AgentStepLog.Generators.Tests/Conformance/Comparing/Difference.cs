namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>Something in which the two do not agree.</summary>
/// <param name="Signature">The tool.</param>
/// <param name="Aspect">What of it: tool, name, description, schema, result, call.</param>
/// <param name="At">Where in the schema, or the arguments of the call.</param>
internal sealed record Difference(string Signature, string Aspect, string At, string Theirs, string Ours)
{
    /// <summary>What of the grammar's types it is about; the whole name where the signature stands singly.</summary>
    public string Row => Signature.Split('_')[0];

    public string Position => Signature.Split('_')[^1];

    public bool IsSchema => Aspect is "schema" or "result";

    public bool IsCall => Aspect == "call";

    /// <summary>They give a value, we refuse.</summary>
    public bool OnlyTheirsTake => IsCall && Theirs != "refused" && Ours == "refused";

    /// <summary>They refuse, we give a value.</summary>
    public bool OnlyOursTake => IsCall && Theirs == "refused" && Ours != "refused";

    /// <summary>They have a function, we have none.</summary>
    public bool OnlyTheirsExist => Aspect == "tool" && Ours == "none";

    public bool Of(params ReadOnlySpan<string> rows) => rows.Contains(Row);

    public override string ToString() => $"{Signature} {Aspect} {At}: {Line(Theirs)} → {Line(Ours)}";

    // One difference is one line of a file.
    private static string Line(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);
}
