using System.Text;
using System.Text.Json;
using AgentStepLog.Tests.Integrity.Mutants;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Writing;

/// <summary>A head is a note that anybody may have written: with its checksum mended it says what it likes, and who reads it neither breaks nor believes it over the log.</summary>
public sealed class HostileHeadTests
{
    private static readonly string[] s_values =
        ["null", "true", "-1", "0", "7", "1.5", "9223372036854775807", "1e400", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[[1]]", "[-1,-1,-1,-1]", "{\"T\":[1,1,1,[9,1]]}", "{\"T\":[1,1,1,[1,9,-7,1]]}", "\"ffffffffffffffff\""];

    [Fact]
    public void Whatever_stands_in_a_head_the_log_is_verified_read_and_gone_on_with_or_refused()
    {
        var image = SampleRun.Make(isEnded: false, hasHead: true).ToImage();
        var head = image.Files["m.head"];
        var text = head.AsSpan(0, head.Length - 1).ToArray();
        var resumed = 0;
        foreach (var place in JsonPlace.Of(text).Where(p => p.Kind != JsonTokenType.PropertyName && p.Path != "/crc"))
        {
            foreach (var value in s_values)
            {
                var changed = SampleRun.WithCrc(Encoding.UTF8.GetString(text, 0, place.Start) + value + Encoding.UTF8.GetString(text, place.End, text.Length - 18 - place.End));
                using var directory = new TempDirectory();
                image.Files["m.head"] = [.. changed, (byte)'\n'];
                image.WriteTo(directory.Path);
                var found = StepLogVerifier.Verify(directory.In("m.jsonl"));
                Assert.True(found.Verdict is Verdict.SelfConsistent or Verdict.Torn, $"{place.Path} {value}: {found}");
                Assert.Equal(found.Lines, StepLogFile.Read(directory.In("m.jsonl")).Steps.Count);
                try
                {
                    using (var log = StepLog.Resume(directory.In("m.jsonl")))
                    {
                        Assert.True(log.OpenIntents.Count == 1 || place.Path.StartsWith("/intents", StringComparison.Ordinal), $"{place.Path} {value}");
                        log.Complete();
                    }

                    resumed++;
                    var after = StepLogVerifier.Verify(directory.In("m.jsonl"));
                    Assert.True(after is { Verdict: Verdict.SelfConsistent, Outcome: RunOutcome.Completed } && after.Lines > found.Lines, $"{place.Path} {value}: {after}");
                }
                catch (StepLogException)
                {
                    Assert.Equal(Encoding.UTF8.GetString(image.Files["m.3.jsonl"]), File.ReadAllText(directory.In("m.3.jsonl")));
                }
            }
        }

        Assert.InRange(resumed, 100, int.MaxValue);
    }
}
