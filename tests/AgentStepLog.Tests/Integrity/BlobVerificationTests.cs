using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Integrity;

public sealed class BlobVerificationTests : IDisposable
{
    private static readonly byte[] s_content = Encoding.UTF8.GetBytes("\"" + new string('x', 40_000) + "\"");
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_blob_that_is_what_its_line_says_is_counted()
    {
        var found = StepLogVerifier.Verify(Log(s_content, s_content));

        Assert.Equal((Verdict.SelfConsistent, 1L), (found.Verdict, found.Blobs));
        Assert.Contains("The 1 blob that the lines name matches its hash.", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blob_that_is_gone_is_missing()
    {
        var path = Log(s_content, null);

        var found = StepLogVerifier.Verify(path);

        Assert.Equal((Verdict.BlobMissing, false), (found.Verdict, found.IsIntact));
        Assert.Equal([Hash(s_content)], found.MissingBlobs);
        Assert.StartsWith(
            $"Blob missing: 1 blob is gone; the first is {Hash(s_content)}, looked for as run-1.blobs/{Hash(s_content)} beside the log. A blob may be deleted after its retention. ",
            found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_told_by_its_kind_and_place_and_a_run_without_end_is_told_all_the_same()
    {
        var (manifest, tools) = (new string('a', 64), new string('b', 64));
        var log = new HandWrittenLog().Header($"\"manifest\":\"sha256:{manifest}\"").Llm(1, $"\"tool_set\":\"sha256:{tools}\"")
            .Tool(2, "T", $"\"output\":{Reference(s_content)}").ToArray();
        var path = Path.Combine(_folder.Path, "run-1.jsonl");
        File.WriteAllBytes(path, log);

        var (ofFile, ofStream) = (StepLogVerifier.Verify(path), StepLogVerifier.Verify(new MemoryStream(log)));

        const string Kinds = "Blob missing: 1 blob and 1 manifest and 1 tool set are gone; the first is ";
        const string Rest = " A blob may be deleted after its retention. A manifest or a tool set stays as long as a run names it: copy it with the run."
            + " 3 lines hold together, and no run_end follows: the run was abandoned, still runs, or its end was cut off. The tail is unproven.";
        Assert.Equal($"{Kinds}{manifest}, looked for as manifests/{manifest}.json and run-1.blobs/{manifest} beside the log.{Rest}", ofFile.Message);
        Assert.Equal($"{Kinds}{manifest}.{Rest}", ofStream.Message);
        Assert.Equal([manifest, tools, Hash(s_content)], ofFile.MissingBlobs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20_000)]
    [InlineData(40_001)]
    public void An_edit_of_any_byte_of_a_blob_is_found(int at)
    {
        var edited = s_content.ToArray();
        edited[at] ^= 1;

        var found = StepLogVerifier.Verify(Log(s_content, edited));

        Assert.Equal((Verdict.BlobAltered, false), (found.Verdict, found.IsIntact));
        Assert.Equal([Hash(s_content)], found.AlteredBlobs);
    }

    [Fact]
    public void A_blob_that_was_cut_or_grew_is_altered()
    {
        Assert.Equal(Verdict.BlobAltered, StepLogVerifier.Verify(Log(s_content, s_content[..^1])).Verdict);
        Assert.Equal(Verdict.BlobAltered, StepLogVerifier.Verify(Log(s_content, [.. s_content, 0])).Verdict);
        Assert.Equal(Verdict.BlobAltered, StepLogVerifier.Verify(Log(s_content, [])).Verdict);
    }

    [Fact]
    public void The_tools_that_a_model_was_offered_are_verified_as_a_manifest_is()
    {
        var definitions = "[{\"name\":\"add\"}]"u8.ToArray();
        var hash = Convert.ToHexString(SHA256.HashData(definitions)).ToLowerInvariant();
        var path = Path.Combine(_folder.Path, "run-1.jsonl");
        File.WriteAllBytes(path, new HandWrittenLog().Header().Llm(1, $"\"tools_offered\":[\"add\"],\"tool_set\":\"sha256:{hash}\"").End().ToArray());
        var document = Directory.CreateDirectory(Path.Combine(_folder.Path, "manifests")).FullName + "/" + hash + ".json";

        Assert.Equal(Verdict.BlobMissing, StepLogVerifier.Verify(path).Verdict);
        File.WriteAllBytes(document, definitions);
        Assert.Equal((Verdict.SelfConsistent, 1L), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).Blobs));
        var step = StepLogFile.Read(path).Steps.OfType<LlmCallStep>().Single();
        Assert.Equal(("add", "[{\"name\":\"add\"}]"), (Assert.Single(step.ToolsOffered), step.ToolDefinitions.ToString()));

        File.WriteAllBytes(document, [.. definitions, (byte)' ']);
        Assert.Equal(Verdict.BlobAltered, StepLogVerifier.Verify(path).Verdict);
        Assert.True(StepLogFile.Read(path).Steps.OfType<LlmCallStep>().Single().ToolDefinitions.IsAbsent);
    }

    [Fact]
    public void The_blob_of_a_long_error_is_verified_too()
    {
        var blob = $"\"error_blob\":{Reference(s_content)}";
        var path = _folder.Write("run-1.jsonl", new HandWrittenLog().Header().Tool(1, "T", "", error: "\"error\":\"xxx\"," + blob).End().ToArray());

        Assert.Equal(Verdict.BlobMissing, StepLogVerifier.Verify(path).Verdict);
        Put(s_content, "other"u8);
        Assert.Equal(Verdict.BlobAltered, StepLogVerifier.Verify(path).Verdict);
    }

    [Fact]
    public void A_tampered_line_weighs_more_than_an_altered_blob()
    {
        var path = Log(s_content, "other"u8.ToArray());
        File.WriteAllText(path, File.ReadAllText(path).Replace("Tool", "Toll", StringComparison.Ordinal));

        Assert.Equal(Verdict.Tampered, StepLogVerifier.Verify(path).Verdict);
    }

    [Fact]
    public void A_users_own_key_that_looks_like_a_reference_names_no_blob()
    {
        var path = _folder.Write("run-1.jsonl", new HandWrittenLog().Header().Event("e", $"{{\"$$blob\":\"sha256:{Hash(s_content)}\"}}").End().ToArray());

        Assert.Equal((Verdict.SelfConsistent, 0L), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).Blobs));
    }

    [Fact]
    public void A_header_whose_run_id_is_a_path_is_refused_before_a_blob_is_looked_for()
    {
        var path = _folder.Write("x.jsonl", new HandWrittenLog("../../etc").Header().End().ToArray());

        Assert.Contains("run id", StepLogVerifier.Verify(path).Message, StringComparison.Ordinal);
    }

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Reference(ReadOnlySpan<byte> content) =>
        $"{{\"$blob\":\"sha256:{Hash(content)}\",\"bytes\":{content.Length},\"media_type\":\"application/json\",\"preview\":\"xxx\"}}";

    private string Log(byte[] named, byte[]? stored)
    {
        if (stored is not null)
        {
            Put(named, stored);
        }

        return _folder.Write("run-1.jsonl", new HandWrittenLog().Header().Tool(1, "Tool", $"\"input\":{{\"a\":{Reference(named)}}}").End().ToArray());
    }

    private void Put(ReadOnlySpan<byte> named, ReadOnlySpan<byte> stored) => _folder.Write($"run-1.blobs/{Hash(named)}", stored);
}
