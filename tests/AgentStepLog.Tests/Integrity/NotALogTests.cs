using System.IO.Compression;
using System.Text;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

/// <summary>Files that are no log of version 1: both verifier and reader say what they are instead.</summary>
public class NotALogTests
{
    private static readonly byte[] s_log = HandWrittenLog.Trip().ToArray();

    public static TheoryData<string, byte[], string> Files() => new()
    {
        { "another tool's lines", "{\"level\":\"info\",\"msg\":\"hello\"}\n{\"level\":\"info\"}\n"u8.ToArray(), "another tool wrote it" },
        { "plain text", "2026-11-21 INFO started\nmore\n"u8.ToArray(), "is no JSON object but begins with \"2026-11-21 INFO started\"" },
        { "a JSON array", "[1,2]\n"u8.ToArray(), "is no JSON object" },
        { "line ends of Windows", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(s_log).Replace("\n", "\r\n", StringComparison.Ordinal)), "CR LF" },
        { "a byte order mark", [0xEF, 0xBB, 0xBF, .. s_log], "byte order mark" },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}\n")).ToArray(), "UTF-16" },
        { "gzip", Zip(s_log), "gzip: unpack it first" },
        { "version 2", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(s_log).Replace("{\"v\":1,", "{\"v\":2,", StringComparison.Ordinal)), "states format version 2" },
        { "a later segment", new HandWrittenLog().Header("\"segment\":2").ToArray(), "it is segment 2 of its run" },
        { "a log without its header", [.. s_log.Skip(HandWrittenLog.Trip().Lines[0].Length + 1)], "its beginning was cut off" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_no_log_is_said_to_be_none(string what, byte[] content, string says)
    {
        using var folder = new TempDirectory();
        var path = folder.Write("x.jsonl", content);

        var found = StepLogVerifier.Verify(path);
        var refused = Assert.Throws<StepLogException>(() => StepLogFile.Read(path));

        Assert.True(found is { Verdict: Verdict.Tampered, BadStep: 0, Lines: 0 }, what);
        Assert.Contains(says, found.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_torn()
    {
        using var folder = new TempDirectory();
        var path = folder.Write("x.jsonl", []);

        var found = StepLogVerifier.Verify(path);

        Assert.Equal((Verdict.Torn, false), (found.Verdict, found.IsIntact));
        Assert.Contains("the log is empty", found.Message, StringComparison.Ordinal);
        Assert.Contains("it is empty", Assert.Throws<StepLogException>(() => StepLogFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_self_consistent_and_abandoned()
    {
        var found = StepLogVerifier.Verify(new MemoryStream(new HandWrittenLog().Header().ToArray()));

        Assert.Equal((Verdict.SelfConsistent, null, 1L), (found.Verdict, found.Outcome, found.Lines));
        Assert.Contains("no run_end follows", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var missing = Path.Combine(Path.GetTempPath(), "no-such-log.jsonl");

        Assert.Contains(missing, Assert.Throws<StepLogException>(() => StepLogVerifier.Verify(missing)).Message, StringComparison.Ordinal);
        Assert.Contains(missing, Assert.Throws<StepLogException>(() => StepLogFile.Read(missing)).Message, StringComparison.Ordinal);
        Assert.Contains("is a directory", Assert.Throws<StepLogException>(() => StepLogFile.Read(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }

    private static byte[] Zip(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return zipped.ToArray();
    }
}
