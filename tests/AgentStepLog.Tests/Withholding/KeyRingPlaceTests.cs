using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Withholding;

public sealed class KeyRingPlaceTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("logs/keys.json", "logs")]
    [InlineData("logs/keys.json", "logs/")]
    [InlineData("logs/keys.json", "other/../logs")]
    [InlineData("logs/r.blobs/keys.json", "logs")]
    [InlineData("logs/earlier.blobs/keys.json", "logs")]
    [InlineData("logs/manifests/keys.json", "logs")]
    public void A_ring_that_lies_with_the_logs_is_refused_before_anything_is_made(string ring, string logs)
    {
        var keys = Create(ring);
        var before = Files();
        var failure = Assert.Throws<StepLogException>(() => StepLog.Start(_directory.In(logs), new() { RunId = "r", KeyRing = keys, Subject = "ada" }));
        Assert.Contains(_directory.In(ring), failure.Message, StringComparison.Ordinal);
        Assert.Contains("Move its file to a folder of its own", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, Files());
        Assert.DoesNotContain("ada", File.ReadAllText(_directory.In(ring)), StringComparison.Ordinal);
        Assert.Null(StepLog.Current);
    }

    [Theory]
    [InlineData("keys.json", "logs")]
    [InlineData("keys/keys.json", "logs")]
    [InlineData("logs-keys/keys.json", "logs")]
    [InlineData("elsewhere/r.blobs/keys.json", "logs")]
    public void A_ring_that_lies_elsewhere_is_used(string ring, string logs)
    {
        using var log = StepLog.Start(_directory.In(logs), new() { KeyRing = Create(ring), Subject = "ada" });
        Assert.Contains("ada", File.ReadAllText(_directory.In(ring)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_not_gone_on_with_beside_its_keys_either_and_can_be_later()
    {
        var ring = Create("keys.json");
        var begun = StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, Subject = "ada" });
        var path = begun.Path!;
        begun.Writer.Abandon();
        begun.Dispose();
        File.AppendAllText(path, "{\"type\":\"ev");
        var torn = File.ReadAllBytes(path);
        File.Copy(_directory.In("keys.json"), _directory.In("logs/keys.json"));
        var refused = Assert.Throws<StepLogException>(() => StepLog.Resume(path, new() { KeyRing = KeyRing.Open(_directory.In("logs/keys.json")), Subject = "ada" }));
        Assert.Contains("lies where the step log is to be written", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StepLog.Resume(path, new() { Subject = "ada" }));
        Assert.Equal(torn, File.ReadAllBytes(path));
        Assert.Empty(Directory.GetFiles(_directory.In("logs"), "*.torn-*"));
        using var log = StepLog.Resume(path, new() { KeyRing = ring, Subject = "ada" });
        log.Complete();
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }

    [Fact]
    public void A_log_in_memory_lies_nowhere()
    {
        using var log = StepLog.InMemory(new() { KeyRing = Create("keys.json"), Subject = "ada" });
        Assert.False(log.IsClosed);
    }

    [Fact]
    public void A_subject_without_a_ring_is_refused_and_a_user_is_not()
    {
        var failure = Assert.Throws<ArgumentException>(() => StepLog.Start(_directory.In("logs"), new() { Subject = "ada" }));
        Assert.Contains("Set KeyRing (KeyRing.Open), or leave Subject unset.", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => StepLog.InMemory(new() { Subject = "ada" }));
        Assert.False(Directory.Exists(_directory.In("logs")));
        using var log = StepLog.Start(_directory.In("logs"), new() { UserId = "ada" });
        Assert.False(log.IsClosed);
    }

    private KeyRing Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory.In(path))!);
        return KeyRing.Create(_directory.In(path));
    }

    private string[] Files() => [.. Directory.GetFileSystemEntries(_directory.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
