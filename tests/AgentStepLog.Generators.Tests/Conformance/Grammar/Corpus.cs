namespace AgentStepLog.Generators.Tests.Conformance.Grammar;

/// <summary>All signatures, in groups: one for each type of the grammar, and those that are written singly.</summary>
internal static class Corpus
{
    public static readonly IReadOnlyList<TypeRow> Rows = [.. ScalarRows.All, .. EnumRows.All, .. CollectionRows.All, .. ObjectRows.All];

    public static IEnumerable<(string Class, string Declarations, IReadOnlyList<Signature> Signatures)> Groups() =>
    [
        .. Rows.Select(static r => (r.Name + "Row", r.Declarations, (IReadOnlyList<Signature>)[.. Positions.All.Select(p => p.Of(r)).OfType<Signature>()])),
        ("SinglesRow", "", [.. Singles.All.Select(static s => s with { Code = s.Code.Replace("{M}", s.Name, StringComparison.Ordinal) })]),
    ];
}
