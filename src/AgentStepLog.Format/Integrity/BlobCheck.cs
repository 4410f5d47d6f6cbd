using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using AgentStepLog.Hashing;
using AgentStepLog.Reading;

namespace AgentStepLog.Integrity;

/// <summary>Checks the hashes of the blobs that lines name, and of those that blobs name, each once.</summary>
/// <param name="open">Opens a blob by the 64 hex digits of its hash; null where all are gone.</param>
/// <param name="remembered">How many blobs are remembered. Beyond that number, a blob that is named again may be read again.</param>
/// <param name="waiting">How many blobs that name others may wait to be searched.</param>
internal sealed partial class BlobCheck(Func<string, Stream?>? open, int remembered = BlobCheck.MaxRemembered, int waiting = BlobCheck.MaxWaiting)
{
    // Some 50 MB of memory. A log that names more blobs has at least 45 MB of names.
    private const int MaxRemembered = 500_000;

    private const int MaxWaiting = 500_000;

    private const int MaxListed = 100;

    private readonly KnownBlobs _known = new(remembered);
    private readonly Queue<BlobReference> _waiting = new();
    private readonly BlobContent _content = new(open ?? (static _ => null));

    public long Good { get; private set; }

    public long Missing { get; private set; }

    public long Altered { get; private set; }

    public List<string> MissingHashes { get; } = [];

    /// <summary>The missing shared documents, counted by their kind.</summary>
    public SortedDictionary<string, long> MissingDocuments { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the first missing blob is a shared document.</summary>
    public bool DocumentIsFirst { get; private set; }

    public List<string> AlteredHashes { get; } = [];

    /// <exception cref="StepLogException">A blob is there and cannot be read, or too many blobs that name others wait to be searched.</exception>
    public void Check(BlobReference reference)
    {
        Take(reference);
        while (_waiting.TryDequeue(out var next))
        {
            LookInto(next);
        }
    }

    // Decides at once where the content is not needed. Searching waits in a queue, so that only one content is in memory.
    private void Take(BlobReference reference)
    {
        ref var facts = ref Look(reference.Name);
        if (reference.IsThread)
        {
            if (facts is { Messages: null, Holds: true })
            {
                Wait(reference);
            }
            else
            {
                LookInto(reference); // its content need not be searched
            }
        }
        else if (facts.Holds is null)
        {
            IsMissing(reference.Name, reference.Document);
        }
        else if (facts.Holds == false || (reference.Bytes ?? facts.Bytes) != facts.Bytes)
        {
            IsAltered(reference.Name);
        }
        // A shared document is plain JSON: a key with $ in it names no blob.
        else if (facts.MayName && reference.Bytes is <= BlobContent.MaxLookedInto)
        {
            if (!facts.IsLookedInto)
            {
                facts.IsLookedInto = true;
                Wait(reference);
            }
        }
        else
        {
            IsGood(reference.Name);
        }
    }

    private void Wait(BlobReference reference)
    {
        if (_waiting.Count == waiting)
        {
            throw new StepLogException(StepLogErrorReason.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"The log cannot be verified: more than {waiting} blobs that may name others are named at once, the last being {reference.Hash}."));
        }

        _waiting.Enqueue(reference);
    }

    private void LookInto(BlobReference reference)
    {
        if (reference.IsThread)
        {
            Compare(reference, MessagesUpTo(reference.Name));
        }
        else if (_content.Read(reference.Name, reference.Bytes ?? 0) is { } content && NamesWell(content.Span))
        {
            IsGood(reference.Name);
        }
        else
        {
            IsAltered(reference.Name);
        }
    }

    // A blob is read once, however often it is named.
    private ref BlobFacts Look(BlobHash hash)
    {
        ref var facts = ref _known.Of(hash);
        if (!facts.IsLookedAt)
        {
            _content.Look(hash, ref facts);
        }

        return ref facts;
    }

    // A whole input may be stored as a blob after some of its members were, so a blob may name others.
    private bool NamesWell(ReadOnlySpan<byte> content)
    {
        if (!Utf8.IsValid(content))
        {
            return true; // the blob is of another media type, so it names no blobs
        }

        var named = 0;
        try
        {
            // The named blobs are checked only after all references in this blob were found to be valid.
            if (BlobReference.FlawOfValue(content, _ => named++) is not null)
            {
                return false;
            }
        }
        catch (JsonException)
        {
            return true;
        }

        if (named > 0)
        {
            BlobReference.FlawOfValue(content, Take);
        }

        return true;
    }

    private void IsGood(BlobHash hash)
    {
        ref var facts = ref _known.Of(hash);
        Good += facts.IsGood ? 0 : 1;
        facts.IsGood = true;
    }

    private void IsMissing(BlobHash hash, string? document = null)
    {
        if (!IsNewlyBad(hash))
        {
            return;
        }

        DocumentIsFirst |= Missing == 0 && document is not null;
        if (document is not null)
        {
            MissingDocuments[document] = MissingDocuments.GetValueOrDefault(document) + 1;
        }

        Missing++;
        List(MissingHashes, hash);
    }

    private void IsAltered(BlobHash hash)
    {
        if (IsNewlyBad(hash))
        {
            Altered++;
            List(AlteredHashes, hash);
        }
    }

    private bool IsNewlyBad(BlobHash hash)
    {
        ref var facts = ref _known.Of(hash);
        var isNew = !facts.IsBad;
        facts.IsBad = true;
        return isNew;
    }

    private static void List(List<string> hashes, BlobHash hash)
    {
        if (hashes.Count < MaxListed)
        {
            hashes.Add(hash.ToString());
        }
    }
}
