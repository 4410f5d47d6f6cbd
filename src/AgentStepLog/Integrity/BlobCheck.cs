using System.Security.Cryptography;

namespace AgentStepLog;

/// <summary>Hashes the blobs that lines name, each once.</summary>
internal sealed partial class BlobCheck(Func<string, Stream?>? open)
{
    private const int MaxListed = 100;

    // More distinct blobs than this are hashed again when they are named again: time for memory.
    private const int MaxRemembered = 100_000;

    private readonly HashSet<BlobReference> _seen = [];

    public long Good { get; private set; }

    public long Missing { get; private set; }

    public long Altered { get; private set; }

    public List<string> MissingHashes { get; } = [];

    public List<string> AlteredHashes { get; } = [];

    public void Check(BlobReference reference)
    {
        if (_seen.Contains(reference))
        {
            return;
        }

        if (_seen.Count < MaxRemembered)
        {
            _seen.Add(reference);
        }

        if (reference.IsThread)
        {
            CheckThread(reference);
            return;
        }

        using var stream = open?.Invoke(reference.Hash);
        if (stream is null)
        {
            IsMissing(reference.Hash);
        }
        else if (!IsWhatItSays(stream, reference))
        {
            IsAltered(reference.Hash);
        }
        else
        {
            Good++;
        }
    }

    private static bool IsWhatItSays(Stream stream, BlobReference reference)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        long bytes = 0;
        for (int read; (read = stream.Read(buffer)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
        }

        return (reference.Bytes ?? bytes) == bytes
            && Convert.ToHexString(hash.GetHashAndReset()).Equals(reference.Hash, StringComparison.OrdinalIgnoreCase);
    }

    private void IsMissing(string hash)
    {
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
