namespace AgentStepLog.Files;

/// <summary>Writes a file under another name first, so that no reader finds a part of it, whatever ends this process.</summary>
internal static class WholeFile
{
    /// <summary>Puts it in place of whatever bears its name: a file, the half of one, a link, a pipe. Where that is asked for, it survives a loss of power.</summary>
    /// <param name="run">Who writes it.</param>
    /// <param name="folder">Its directory, which is there.</param>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    internal static void Write(RunFiles run, string folder, string name, ReadOnlySpan<byte> content)
    {
        // Of its own for each attempt: another process may write the same, and one that was killed leaves its own behind.
        var written = Path.Combine(folder, $".{name}.{Guid.NewGuid():N}");
        var file = run.Files.CreateNew(written);
        try
        {
            using (file)
            {
                file.WriteAll(content, 0);
                run.Sync(file);
            }

            run.Files.Move(written, Path.Combine(folder, name));
        }
        catch (Exception)
        {
            // What has no name yet would only take the space that has just run out.
            run.Files.Delete(written);
            throw;
        }

        if (run.IsDurable)
        {
            run.Files.SyncDirectory(folder);
        }
    }
}
