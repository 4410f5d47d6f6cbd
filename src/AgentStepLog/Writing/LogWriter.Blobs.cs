namespace AgentStepLog.Writing;

internal sealed partial class LogWriter
{
    private ChatThreads? _threads;

    public ChatThreads Threads
    {
        get
        {
            if (Volatile.Read(ref _threads) is null)
            {
                Interlocked.CompareExchange(ref _threads, new(this), null);
            }

            return _threads!;
        }
    }

    public bool Store(ReadOnlySpan<byte> content, ReadOnlySpan<byte> hash) => Store(content, hash, isShared: false);

    public bool StoreShared(ReadOnlySpan<byte> content, ReadOnlySpan<byte> hash) => Store(content, hash, isShared: true);

    private bool Store(ReadOnlySpan<byte> content, ReadOnlySpan<byte> hash, bool isShared)
    {
        try
        {
            var name = Convert.ToHexString(hash).ToLowerInvariant();
            if (isShared)
            {
                _run.Shared.Store(name, content);
            }
            else
            {
                _run.Blobs.Store(name, content);
            }

            return true;
        }
        catch (Exception e)
        {
            _gate.LoseValues(e, 1);
            return false;
        }
    }

    /// <summary>Stores the manifest before the header that names it.</summary>
    /// <returns>The manifest's hash; null if it could not be stored. A gap after the header then reports that.</returns>
    private string? Store(BuildManifest manifest) => StoreShared(manifest.Utf8, manifest.HashBytes) ? manifest.Hash : null;
}
