using System.Globalization;
using AgentStepLog.Files;

namespace AgentStepLog.Integrity;

/// <summary>The sentences of a verification about blobs and shared documents.</summary>
internal static class BlobFindingText
{
    public static string Good(BlobCheck blobs) => blobs.Good switch
    {
        0 => "",
        1 => " The 1 blob that the lines name matches its hash.",
        _ => Text($" The {blobs.Good} blobs that the lines name match their hashes."),
    };

    public static string Altered(BlobCheck blobs) =>
        Text($"Blob altered: {Count(blobs.Altered)} not match the hash or the length in the log. The first is {blobs.AlteredHashes[0]}.");

    /// <param name="blobs">The results for the blobs that lines name.</param>
    /// <param name="folder">The name of the folder of the run's blobs; null where they are not read from files.</param>
    public static string Missing(BlobCheck blobs, string? folder)
    {
        var own = blobs.Missing - blobs.MissingDocuments.Values.Sum();
        var kinds = string.Join(" and ", blobs.MissingDocuments.Where(static kind => kind.Value > 0).Select(static kind => Number(kind.Value, kind.Key)).Prepend(own > 0 ? Number(own, "blob") : null).OfType<string>());
        var (hash, documents) = (blobs.MissingHashes[0], blobs.MissingDocuments.Count > 0);
        var place = folder is null ? ""
            : $", looked for as {(blobs.DocumentIsFirst ? $"{SharedDocument.Folder}/{hash}{SharedDocument.Extension} and " : "")}{folder}/{hash} beside the log";
        return $"Blob missing: {kinds} {(blobs.Missing == 1 ? "is" : "are")} gone; the first is {hash}{place}."
            + (own > 0 ? " A blob may be deleted after its retention." : "")
            + (documents ? $" A {string.Join(" or a ", blobs.MissingDocuments.Keys)} stays as long as a run names it: copy it with the run." : "");
    }

    private static string Number(long count, string kind) => Text($"{count} {kind}{(count == 1 ? "" : "s")}");

    private static string Count(long blobs) => blobs == 1 ? "1 blob does" : Text($"{blobs} blobs do");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
