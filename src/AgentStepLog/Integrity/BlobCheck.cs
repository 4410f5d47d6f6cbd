using System.Text.Json;
using System.Text.Unicode;

namespace AgentStepLog;

/// <summary>Hashes the blobs that lines name, and those that they name in turn, each once.</summary>
internal sealed partial class BlobCheck(Func<string, Stream?>? open)
{
    private const int MaxListed = 100;

    // More distinct blobs than this are hashed again when they are named again: time for memory.
    private const int MaxRemembered = 100_000;

    private readonly HashSet<BlobReference> _seen = [];
    private readonly Queue<BlobReference> _named = new();
    private readonly List<BlobReference> _inner = [];
    private readonly BlobContent _content = new(open ?? (static _ => null));

    public long Good { get; private set; }

    public long Missing { get; private set; }

    public long Altered { get; private set; }

    public List<string> MissingHashes { get; } = [];

    /// <summary>Of what is missing, the shared documents by their kind.</summary>
    public SortedDictionary<string, long> MissingDocuments { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the first that is missing is a shared document.</summary>
    public bool DocumentIsFirst { get; private set; }

    public List<string> AlteredHashes { get; } = [];

    public void Check(BlobReference reference)
    {
        for (var next = reference; ; next = _named.Dequeue())
        {
            if (IsNew(next))
            {
                CheckOne(next);
            }

            if (_named.Count == 0)
            {
                return;
            }
        }
    }

    private bool IsNew(BlobReference reference) => _seen.Count < MaxRemembered ? _seen.Add(reference) : !_seen.Contains(reference);

    private void CheckOne(BlobReference reference)
    {
        if (reference.IsThread)
        {
            CheckThread(reference);
            return;
        }

        var holds = _content.Holds(reference.Hash, out var bytes, out var mayName);
        if (holds is null)
        {
            IsMissing(reference.Hash, reference.Document);
        }
        else if (holds == false || (reference.Bytes ?? bytes) != bytes || (mayName && reference.Bytes is not null && !NamesWell(reference.Hash, bytes)))
        {
            IsAltered(reference.Hash);
        }
        else
        {
            Good++;
        }
    }

    // A whole input may have gone to a blob after some of its members had. A shared document is plain JSON, whose keys are its own.
    private bool NamesWell(string hash, long bytes) => bytes > BlobContent.MaxLookedInto || (_content.Read(hash, bytes) is { } content && NamesWell(content));

    private bool NamesWell(ReadOnlySpan<byte> content)
    {
        if (!Utf8.IsValid(content))
        {
            return true; // of another media type, and names nothing
        }

        _inner.Clear();
        try
        {
            if (BlobReference.FlawOfValue(content, _inner) is not null)
            {
                return false;
            }
        }
        catch (JsonException)
        {
            return true;
        }

        foreach (var inner in _inner)
        {
            if (!_seen.Contains(inner))
            {
                _named.Enqueue(inner);
            }
        }

        return true;
    }

    private void IsMissing(string hash, string? document = null)
    {
        DocumentIsFirst |= Missing == 0 && document is not null;
        if (document is not null)
        {
            MissingDocuments[document] = MissingDocuments.GetValueOrDefault(document) + 1;
        }

        Missing++;
        List(MissingHashes, hash);
    }

    private void IsAltered(string hash)
    {
        Altered++;
        List(AlteredHashes, hash);
    }

    private static void List(List<string> hashes, string hash)
    {
        if (hashes.Count < MaxListed)
        {
            hashes.Add(hash);
        }
    }
}
