using System.Security.Cryptography;

namespace AgentStepLog.Benchmarks.Workloads;

/// <summary>Checks of one finished log file, read from the disk's cache. One operation is one line.</summary>
internal sealed class Verifying : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly string _path;
    private readonly int _lines;

    /// <param name="lines">How many lines the log has, beside header and end.</param>
    /// <param name="output">How many characters each call's output has.</param>
    public Verifying(int lines, int output)
    {
        using var log = StepLog.Start(_folder.Path, new() { KeepSteps = 0 });
        for (var i = 0; i < lines; i++)
        {
            using var call = log.ToolCall("Find", JsonText.Parse($$"""{"query":"StepLog","limit":{{i}},"exact":true,"weight":0.5,"path":"src"}"""));
            call.Complete(new string('x', output));
        }

        log.Complete();
        _path = log.Path!;
        _lines = lines + 2;
        BytesOfLine = new FileInfo(_path).Length / _lines;
    }

    public long BytesOfLine { get; }

    /// <summary>The least that a check can do: reads the file and hashes each line by the platform's SHA-256.</summary>
    public long BareLoop(int count) => Repeat(count, () =>
    {
        using var file = File.OpenHandle(_path);
        var buffer = new byte[256 * 1024];
        Span<byte> leaf = stackalloc byte[SHA256.HashSizeInBytes];
        var (sum, start, end, offset) = (0L, 0, 0, 0L);
        for (int read; (read = RandomAccess.Read(file, buffer.AsSpan(end), offset)) > 0; offset += read)
        {
            end += read;
            for (int line; (line = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) >= 0; start += line + 1)
            {
                SHA256.HashData(buffer.AsSpan(start, line), leaf);
                sum += leaf[0];
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        return sum;
    });

    public long Verifier(int count) => Repeat(count, () => Checked(StepLogVerifier.Verify(_path)));

    public long VerifierOfOneThread(int count) => Repeat(count, () => Checked(StepLogVerifier.Verify(_path, cores: 1)));

    public void Dispose() => _folder.Dispose();

    private static long Checked(Verification found) =>
        found.IsIntact ? found.Lines : throw new InvalidOperationException("The log does not verify.");

    private long Repeat(int count, Func<long> check)
    {
        var sum = 0L;
        for (var done = 0; done < count; done += _lines)
        {
            sum += check();
        }

        return sum;
    }
}
