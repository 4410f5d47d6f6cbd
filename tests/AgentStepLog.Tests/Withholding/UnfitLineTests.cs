using System.Text;
using AgentStepLog.Records;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Withholding;

public sealed class UnfitLineTests
{
    // Whoever adds a kind of record and forgets to complete its line lets nothing out.
    [Fact]
    public void A_line_that_nobody_completed_loses_its_secrets_before_it_is_written_all_the_same()
    {
        using var log = StepLog.InMemory();
        var line = log.Writer.NewLine(StepKind.Event);
        line.Label("name"u8, "e");
        line.Text("data"u8, "use ghp_abcdefghijklmnopqrstuvwxyz0123456789 now");

        log.Writer.Append(line);

        var text = Encoding.UTF8.GetString(log.ToArray());
        Assert.Contains("use [redacted:github-token] now", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ghp_", text, StringComparison.Ordinal);
    }
}
