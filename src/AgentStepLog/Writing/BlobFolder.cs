using System.Collections.Concurrent;

namespace AgentStepLog.Writing;

/// <summary>The folder of a run's blobs. Used by several threads at once.</summary>
internal sealed class BlobFolder(RunFiles run, string folder, bool durable)
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);
    private int _written;
    private bool _made;

    internal int Count => _known.Count;

    /// <summary>Stores a blob. It has its name only when it is whole, so that no reader finds a part of one.</summary>
    /// <param name="name">The 64 hex digits of its hash.</param>
    /// <param name="content">Its bytes.</param>
    internal void Store(string name, ReadOnlySpan<byte> content)
    {
        if (_known.ContainsKey(name))
        {
            return;
        }

        _made |= !run.Files.Exists(folder);
        run.MakeDirectory(folder);
        var written = Path.Combine(folder, $".{name}.{Interlocked.Increment(ref _written)}");
        var file = run.Files.CreateNew(written);
        try
        {
            using (file)
            {
                file.WriteAll(content, 0);
                if (durable)
                {
                    file.SyncAll();
                }
            }

            run.Files.Move(written, Path.Combine(folder, name));
        }
        catch (Exception)
        {
            // A torn blob that no line names would only take the space that has just run out.
            run.Files.Delete(written);
            throw;
        }

        if (durable)
        {
            run.Files.SyncDirectory(folder);
        }

        _known.TryAdd(name, true);
    }

    /// <summary>Opens a blob; null if there is none.</summary>
    internal Stream? Open(string name)
    {
        try
        {
            return new LogFileStream(run.Files.Open(Path.Combine(folder, name)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal void Discard()
    {
        if (_made && run.Files.Exists(folder))
        {
            run.Files.DeleteDirectory(folder);
        }
    }
}
