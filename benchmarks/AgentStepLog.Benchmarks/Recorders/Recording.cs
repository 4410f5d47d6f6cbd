namespace AgentStepLog.Benchmarks.Recorders;

/// <summary>One turn after the other of the same work: opens a log, writes records from several threads, closes it; then its file is looked at.</summary>
/// <param name="threads">How many threads share the records.</param>
/// <param name="output">How many characters each record's output has.</param>
/// <param name="open">Opens a log in a folder.</param>
internal sealed class Recording(int threads, int output, Func<string, IRecorder> open)
{
    private DirectoryInfo? _folder;
    private IRecorder? _recorder;

    public static Contender Contender(string name, int threads, int output, Func<string, IRecorder> open)
    {
        var recording = new Recording(threads, output, open);
        return new(name, recording.Run, recording.Check);
    }

    private long Run(int count)
    {
        Echo.Output = new string('x', output);
        _folder = Directory.CreateTempSubdirectory("agentsteplog-bench-");
        _recorder = open(_folder.FullName);
        if (threads == 1)
        {
            Write(0, count);
        }
        else
        {
            var workers = Enumerable.Range(0, threads).Select(i => new Thread(() => Write(i * (count / threads), (i + 1) * (count / threads)))).ToArray();
            Array.ForEach(workers, static w => w.Start());
            Array.ForEach(workers, static w => w.Join());
        }

        _recorder.Dispose();
        return count;
    }

    private void Write(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            _recorder!.Record(i);
        }
    }

    private void Check(int count)
    {
        _recorder!.Check(count);
        _folder!.Delete(recursive: true);
    }
}
