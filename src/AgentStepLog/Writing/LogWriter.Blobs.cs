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

    public bool Store(ReadOnlySpan<byte> content, ReadOnlySpan<byte> hash)
    {
        try
        {
            _run.Blobs.Store(Convert.ToHexString(hash).ToLowerInvariant(), content);
            return true;
        }
        catch (Exception e)
        {
            using (Gate.Hold(_gate))
            {
                _losses.AddValue(e, _timestamp);
            }

            return false;
        }
    }

    /// <summary>Stores the manifest before the header that names it.</summary>
    /// <returns>Its hash; null where it could not be stored, which a gap after the header tells.</returns>
    private string? Store(BuildManifest manifest) => Store(manifest.Utf8, manifest.HashBytes) ? manifest.Hash : null;
}
