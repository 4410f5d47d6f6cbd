namespace AgentStepLog.Files;

/// <summary>Writes a file under a temporary name first, so that no reader finds a part of it, even if the process is killed.</summary>
internal static class WholeFile
{
    /// <summary>Puts the file in place of any entry with its name: a file, half a file, a link, a pipe. In a durable run it survives a loss of power.</summary>
    /// <param name="run">The run that writes the file.</param>
    /// <param name="folder">The file's directory, which exists.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="content">The file's bytes.</param>
    internal static void Write(RunFiles run, string folder, string name, ReadOnlySpan<byte> content)
    {
        // Each attempt has a name of its own: another process may write the same file, and a killed process leaves its temporary file behind.
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
            // The temporary file would only take the space that may have run out.
            run.Files.Delete(written);
            throw;
        }

        if (run.IsDurable)
        {
            run.Files.SyncDirectory(folder);
        }
    }
}
