using System.Diagnostics;
using AgentStepLog.Integrity;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Integrity.Mutants;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Withholding;

/// <summary>What becomes of a ring's file: damaged, held, made by several at once, not to be written.</summary>
public sealed class KeyRingFileTests : IDisposable
{
    private const string Whole = """{"v":1,"keys":{"ada":"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}}""";

    private readonly TempDirectory _directory = new();

    private string Ring => _directory.In("keys.json");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_ring_that_was_cut_off_anywhere_is_none_and_nothing_is_recorded_under_it()
    {
        var ring = KeyRing.Create(Ring);
        for (var length = 0; length < Whole.Length; length++)
        {
            Put(Whole[..length]);
            var failure = Assert.Throws<StepLogException>(() => KeyRing.Open(Ring));
            Assert.Contains(Ring, failure.Message, StringComparison.Ordinal);
        }

        Assert.Throws<StepLogException>(() => StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, Subject = "ada" }));
        Assert.Throws<StepLogException>(() => ring.Erase("ada"));
        Assert.Equal(Whole[..^1], File.ReadAllText(Ring));
        Assert.False(Directory.Exists(_directory.In("logs")) && Directory.GetFiles(_directory.In("logs"), "*.jsonl").Length > 0);
        Put(Whole);
        Assert.True(KeyRing.Open(Ring).Erase("ada"));
    }

    [Fact]
    public void A_file_that_is_larger_than_a_ring_can_be_is_refused_unread()
    {
        KeyRing.Create(Ring);
        using (var file = new FileStream(Ring, FileMode.Open))
        {
            file.SetLength(FileKeyRing.MaxBytes + 1L);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("has at most 67108864", Assert.Throws<StepLogException>(() => KeyRing.Open(Ring)).Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Theory]
    [InlineData("b", 24)]
    [InlineData("\U0001F30A\u00FC<", 8)] // names as they are, or the ring would grow where one is erased
    public void A_key_for_which_there_is_no_room_is_refused_and_those_that_are_there_are_used_and_erased(string letter, int length)
    {
        const int MaxBytes = 1000;
        KeyRing.Create(Ring);
        var ring = FileKeyRing.Open(Ring, maxBytes: MaxBytes);
        var subjects = new List<string>();
        StepLogException? full = null;
        while (full is null)
        {
            var subject = $"{subjects.Count} {string.Concat(Enumerable.Repeat(letter, length))}";
            full = Record.Exception(() => StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, Subject = subject }).Dispose()) as StepLogException;
            subjects.Add(subject);
        }

        var before = File.ReadAllText(Ring);
        Assert.All([Ring, "at most 1000", "Erase", "KeyRing.Create", "WhenNoSubject"], text => Assert.Contains(text, full.Message, StringComparison.Ordinal));
        Assert.InRange(new FileInfo(Ring).Length, MaxBytes - 150, MaxBytes);
        Assert.Equal(subjects.Count - 1, Directory.GetFiles(_directory.In("logs"), "*.jsonl").Length);
        Assert.Equal(before, File.ReadAllText(Ring));
        using (var log = StepLog.Start(_directory.In("logs"), new() { KeyRing = FileKeyRing.Open(Ring, maxBytes: MaxBytes), Subject = subjects[0] }))
        {
            Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm(subjects[0], log.RunId, Withheld(log), JsonText.Of(Token)));
        }

        Assert.True(ring.Erase(subjects[1]));
        StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, Subject = subjects[^1] }).Dispose();
        Assert.All(subjects, subject => Assert.Equal(subject != subjects[1], ring.Erase(subject)));
    }

    [Fact]
    public async Task What_is_no_file_in_its_place_is_told_by_what_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such files here.");
        var ring = KeyRing.Create(Ring);
        foreach (var (special, said) in new[]
        {
            (SpecialFile.Fifo, "It is a FIFO"), (SpecialFile.Socket, "It is a socket"), (SpecialFile.Directory, "It is a directory"), (SpecialFile.LinkToDevice, "It is a device"),
            (SpecialFile.LinkToItself, "It is a link that leads nowhere"), (SpecialFile.LinkToNothing, "There is no such file"),
        })
        {
            File.Delete(Ring);
            var image = new RunImage();
            image.Replace("keys.json", special);
            image.WriteTo(_directory.Path);
            foreach (var ask in new Action[]
            {
                () => KeyRing.Open(Ring), () => ring.Erase("ada"), () => StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, Subject = "ada" }),
            })
            {
                var refused = await Task.Run(() => Assert.Throws<StepLogException>(ask), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(30), TestContext.Current.CancellationToken);
                Assert.True(refused.Message.Contains(said, StringComparison.Ordinal) || special is SpecialFile.LinkToDevice or SpecialFile.LinkToNothing, $"{special}: {refused.Message}");
            }

            Assert.Contains(said, Assert.Throws<StepLogException>(() => KeyRing.Open(Ring)).Message, StringComparison.Ordinal);
            if (special == SpecialFile.Directory)
            {
                Directory.Delete(Ring);
            }
        }
    }

    [Fact]
    public void A_key_is_erased_where_a_link_leads()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights here.");
        Put(Whole);
        Directory.CreateDirectory(_directory.In("stored"));
        File.Move(Ring, _directory.In("stored/ring"));
        File.CreateSymbolicLink(Ring, "stored/ring");
        Assert.True(KeyRing.Open(Ring).Erase("ada"));
        Assert.Equal("""{"v":1,"keys":{}}""", File.ReadAllText(_directory.In("stored/ring")));
        Assert.NotNull(new FileInfo(Ring).LinkTarget);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"v":2,"keys":{}}""")]
    [InlineData("""{"v":"1","keys":{}}""")]
    [InlineData("""{"v":1.5,"keys":{}}""")]
    [InlineData("""{"v":1,"keys":[]}""")]
    [InlineData("""{"v":1,"keys":{"ada":null}}""")]
    [InlineData("""{"v":1,"keys":{"ada":7}}""")]
    [InlineData("""{"v":1,"keys":{"ada":"no base64!"}}""")]
    [InlineData("""{"v":1,"keys":{"ada":""}}""")]
    [InlineData("""{"v":1,"keys":{"ada":"AAAA"}}""")]
    [InlineData("""{"v":1,"keys":{"ada":"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=","ada":"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="}}""")]
    [InlineData("\0\0\0\0")]
    public void JSON_that_is_no_ring_is_refused_in_words(string content)
    {
        Put(content);

        var failure = Assert.Throws<StepLogException>(() => KeyRing.Open(Ring));

        Assert.Contains(Ring, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Bring back its copy, or start without a ring.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", failure.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Ring));
    }

    [Fact]
    public void Who_opens_a_ring_that_was_never_made_and_who_makes_one_that_is_there_are_told_of_the_other_call()
    {
        Assert.Contains("There is no such file. KeyRing.Create makes the first one", Assert.Throws<StepLogException>(() => KeyRing.Open(Ring)).Message, StringComparison.Ordinal);
        KeyRing.Create(Ring);

        var failure = Assert.Throws<StepLogException>(() => KeyRing.Create(Ring));

        Assert.EndsWith("open it (KeyRing.Open), or choose another name.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_that_cannot_be_read_or_whose_folder_is_not_there_is_a_clear_error()
    {
        Directory.CreateDirectory(Ring);
        Assert.Contains(Ring, Assert.Throws<StepLogException>(() => KeyRing.Open(Ring)).Message, StringComparison.Ordinal);
        Assert.Contains("never written over", Assert.Throws<StepLogException>(() => KeyRing.Create(Ring)).Message, StringComparison.Ordinal);

        var nowhere = _directory.In("no folder/keys.json");
        Assert.Contains(nowhere, Assert.Throws<StepLogException>(() => KeyRing.Create(nowhere)).Message, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess)
        {
            Directory.Delete(Ring);
            Put(Whole);
            File.SetUnixFileMode(Ring, UnixFileMode.None);
            Assert.Contains(Ring, Assert.Throws<StepLogException>(() => KeyRing.Open(Ring)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_ring_that_cannot_be_written_stays_as_it_is_keeps_its_keys_and_takes_no_new_subject()
    {
        Put(Whole);
        var ring = KeyRing.Open(Ring);
        Directory.CreateDirectory(Ring + ".new"); // where the next one is written first

        var failure = Assert.Throws<StepLogException>(() => StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, Subject = "bob" }));

        Assert.Contains("cannot be written", failure.Message, StringComparison.Ordinal);
        Assert.Throws<StepLogException>(() => ring.Erase("ada"));
        Assert.Equal(Whole, File.ReadAllText(Ring));
        using var log = StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, Subject = "ada" });
        Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada", log.RunId, Withheld(log), JsonText.Of(Token)));
    }

    [Fact]
    public async Task A_ring_that_another_process_holds_is_waited_for_and_given_up_in_words()
    {
        Put(Whole);
        using var child = Process.Start(ChildProcess.Doing("hold ring", Ring))!;
        try
        {
            Assert.Equal("held", child.StandardOutput.ReadLine());

            var failure = Assert.Throws<StepLogException>(() => FileKeyRing.Open(Ring, patience: TimeSpan.Zero).Erase("ada"));

            Assert.Contains($"Another process has had {Ring}.lock for 0 s", failure.Message, StringComparison.Ordinal);
            Assert.Equal(Whole, File.ReadAllText(Ring));
            var erasing = Task.Run(() => FileKeyRing.Open(Ring, patience: TimeSpan.FromMinutes(30)).Erase("ada"), TestContext.Current.CancellationToken);
            child.Kill();
            Assert.True(await erasing);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }

        Assert.DoesNotContain("ada", File.ReadAllText(Ring), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_processes_that_make_a_ring_at_once_one_does_and_the_others_are_told_and_can_open_it()
    {
        var start = ChildProcess.Doing("make ring", Ring);

        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ChildProcess.RunAsync(start)));

        Assert.Equal(["made", "opened", "opened", "opened"], said.Select(s => s.Output.Trim()).Order(StringComparer.Ordinal));
        Assert.Equal("""{"v":1,"keys":{}}""", File.ReadAllText(Ring));
    }

    [Fact]
    public void A_run_that_is_open_while_its_subject_is_erased_goes_on_and_nothing_of_it_can_be_confirmed()
    {
        var ring = KeyRing.Create(Ring);
        string path;
        using (var log = StepLog.Start(_directory.In("logs"), new() { KeyRing = ring, Subject = "ada" }))
        {
            var before = Withheld(log);
            Assert.Equal(WithheldConfirmation.Confirmed, ring.Confirm("ada", log.RunId, before, JsonText.Of(Token)));

            Assert.True(ring.Erase("ada"));

            var after = Withheld(log);
            Assert.NotNull(after.Commit);
            Assert.All([before, after], r => Assert.Equal(WithheldConfirmation.NoKey, ring.Confirm("ada", log.RunId, r, JsonText.Of(Token))));
            log.Complete();
            Assert.Equal(0, log.Health.Lost);
            path = log.Path!;
        }

        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
        Assert.Equal("""{"v":1,"keys":{}}""", File.ReadAllText(Ring));
    }

    private const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";

    private static WithheldValue Withheld(StepLog log)
    {
        Calls.Value(Calls.Echo, Token, static (w, v) => w.Value(v), () => "done");
        return Assert.Single(log.Steps.OfType<ToolCallStep>().Last().Withheld);
    }

    private void Put(string content)
    {
        File.WriteAllText(Ring, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Ring, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
