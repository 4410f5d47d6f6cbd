using AgentStepLog.Files;

namespace AgentStepLog.Integrity;

/// <summary>Reports how far streams were read, by several threads, and ends the reading when it is canceled.</summary>
internal sealed class ReadingWatch(long? total, IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
{
    private const int Milliseconds = 100; // the time between two reports

    private long _log;
    private long _blobs;
    private long _told = Environment.TickCount64;

    public Stream OfLog(Stream log) => new Watched(log, this, isLog: true);

    public Func<string, Stream?> OfBlobs(Func<string, Stream?> open) => hash =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        return open(hash) is { } blob ? new Watched(blob, this, isLog: false) : null;
    };

    public void Tell() => progress?.Report(new(Interlocked.Read(ref _log), total, Interlocked.Read(ref _blobs)));

    private void Read(int bytes, bool isLog)
    {
        Interlocked.Add(ref isLog ? ref _log : ref _blobs, bytes);
        var (told, now) = (Interlocked.Read(ref _told), Environment.TickCount64);
        if (progress is not null && now - told >= Milliseconds && Interlocked.CompareExchange(ref _told, now, told) == told)
        {
            Tell();
        }
    }

    private sealed class Watched(Stream stream, ReadingWatch watch, bool isLog) : ReadOnlyStream
    {
        public override long Length => stream.Length;

        public override int Read(Span<byte> buffer)
        {
            watch.Throw();
            var read = stream.Read(buffer);
            watch.Read(read, isLog);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !isLog)
            {
                stream.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private void Throw() => cancellationToken.ThrowIfCancellationRequested();
}
