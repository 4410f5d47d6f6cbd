namespace AgentStepLog.Tests.Resuming;

/// <summary>What a resumed run says of the values that it does not know any more.</summary>
public sealed class ResumedValuesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resumed").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_line_of_a_resumed_run_says_that_values_withheld_before_are_not_known()
    {
        string path;
        using (var log = StepLog.Start(_folder))
        {
            path = log.Path!;
            log.Writer.Secrets.Known.Add("card", "4111222233334444");
            log.Record(new EventStep { Name = "a", Data = JsonText.Of("4111222233334444") });
            log.Writer.Abandon();
        }

        using (var log = StepLog.Resume(path))
        {
            Assert.Equal(0, log.Health.WithheldValues);
            log.Record(new EventStep { Name = "b", Data = JsonText.Of("4111222233334444") });
            log.Record(new EventStep { Name = "c" });
            log.Complete();
        }

        var steps = StepLogFile.Read(path).Steps.ToList();
        Assert.Equal(["b"], steps.Where(s => s.Resumed).Cast<EventStep>().Select(s => s.Name));
        Assert.Equal(["[redacted:card]", "4111222233334444"], steps.OfType<EventStep>().Take(2).Select(s => s.Data.ToElement().GetString()));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);
    }
}
