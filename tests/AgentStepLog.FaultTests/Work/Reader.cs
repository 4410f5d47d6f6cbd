using AgentStepLog.FaultTests.Subjects;

namespace AgentStepLog.FaultTests.Work;

/// <summary>The library's own verifier and reader, on files of a disk in memory.</summary>
internal sealed class Reader : IDisposable
{
    private readonly Dictionary<string, byte[]> _there = new(StringComparer.Ordinal);
    private readonly TemporaryDirectory _directory = new(inMemory: true);

    /// <summary>What the library says of a state that it should not; null where it agrees with what is known of it.</summary>
    public string? FlawOf(IReadOnlyDictionary<string, byte[]> files, Survivors known) => Verify(files) is not { } verification ? null
        : verification.Verdict is not (Verdict.SelfConsistent or Verdict.Torn) ? verification.Message
        : verification.Lines != known.Types.Count ? $"{known.Types.Count} lines hold together, the verifier takes {verification.Lines}: {verification.Message}"
        : known.IsTorn && verification.Verdict != Verdict.Torn ? "the verifier does not see what is torn: " + verification.Message
        : null;

    /// <summary>What the library's verifier says of a state; null where there is no log.</summary>
    public Verification? Verify(IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var gone in _there.Keys.Except(files.Keys).ToList())
        {
            File.Delete(InDirectory(gone));
            _there.Remove(gone);
        }

        foreach (var (path, content) in files)
        {
            if (!_there.TryGetValue(path, out var old) || !old.AsSpan().SequenceEqual(content))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(InDirectory(path))!);
                File.WriteAllBytes(InDirectory(path), _there[path] = content);
            }
        }

        var log = Path.Combine(_directory.Path, FaultRun.RunId + ".jsonl");
        return File.Exists(log) ? StepLogVerifier.Verify(log) : null;
    }

    private string InDirectory(string path) => _directory.Path + path[FaultRun.Directory.Length..];

    public void Dispose() => _directory.Dispose();
}
