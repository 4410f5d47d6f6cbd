namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>A place in a signature where a type can stand.</summary>
/// <param name="Name">As in the names of signatures.</param>
/// <param name="Code">A method <c>{M}</c>, with types of its own where it needs some; <c>{T}</c> is the type, <c>{D}</c> its default.</param>
/// <param name="Place">The value's place: <c>{v}</c> in the JSON of argument <c>a</c>.</param>
/// <param name="IsMain">Whether types without parts of interest stand here too.</param>
/// <param name="Also">JSON of whole arguments that say something about the position, with <c>{v}</c> for a fitting value.</param>
internal sealed record Position(string Name, string Code, string Place, bool IsMain, params string[] Also)
{
    /// <summary>The signature of the type here; null if there is none.</summary>
    public Signature? Of(TypeRow row)
    {
        if ((!IsMain && !row.IsEverywhere) || (row.Default is null && Code.Contains("{D}", StringComparison.Ordinal)))
        {
            return null;
        }

        var method = $"{row.Name}_{Name}";
        // Every value where the type stands alone; elsewhere one of each sort shows whether the position makes a difference.
        var fits = Place == "{v}" ? row.Fits : row.Fits.Take(1);
        var unfits = Place == "{v}" && Name == "Parameter" ? row.Unfits : row.Unfits.Take(1);
        var calls = fits.Concat(unfits).Select(v => $$"""{"a":{{Place.Replace("{v}", v, StringComparison.Ordinal)}}}""")
            .Concat(Also.Select(a => a.Replace("{v}", row.Fits[0], StringComparison.Ordinal)));
        return new(
            method,
            Code.Replace("{M}", method, StringComparison.Ordinal).Replace("{T}", row.Type, StringComparison.Ordinal).Replace("{D}", row.Default, StringComparison.Ordinal),
            [.. calls.Distinct()]);
    }
}
