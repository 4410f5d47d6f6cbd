using System.Diagnostics;
using System.Reflection.Emit;
using System.Security.Cryptography;
using System.Text;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Files;
using AgentStepLog.Tests.Support;
using AgentStepLog.Tests.Writing;

namespace AgentStepLog.Tests.Files;

/// <summary>Manifests and tool sets, which stand once per directory.</summary>
public sealed class SharedDocumentTests : IDisposable
{
    private static readonly byte[] s_content = Encoding.UTF8.GetBytes("{\"tools\":[\"" + new string('t', 100_000) + "\"]}");
    private static readonly string s_hash = Convert.ToHexStringLower(SHA256.HashData(s_content));
    private static readonly string s_name = $"manifests/{s_hash}.json";
    private readonly TempDirectory _directory = new();

    private string Stored => _directory.In(s_name);

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_document_stands_once_whoever_stores_it(bool durable)
    {
        Store("a", durable);
        var written = File.GetLastWriteTimeUtc(Stored);
        Store("b", durable);

        Assert.Equal(s_content, File.ReadAllBytes(Stored));
        Assert.Equal(written, File.GetLastWriteTimeUtc(Stored)); // it was young, and is left as it is
        Assert.Equal([Stored], Directory.GetFileSystemEntries(_directory.In("manifests")));
    }

    [Theory]
    [InlineData("half")]
    [InlineData("empty")]
    [InlineData("changed")]
    [InlineData("longer")]
    [InlineData("link")]
    [InlineData("link to nothing")]
    [InlineData("pipe")]
    public void Whatever_bears_its_name_and_is_not_the_document_is_replaced(string there)
    {
        Directory.CreateDirectory(_directory.In("manifests"));
        var elsewhere = _directory.Write("elsewhere", there == "link" ? s_content : "untouched"u8);
        switch (there)
        {
            case "link" or "link to nothing":
                Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a right there.");
                File.CreateSymbolicLink(Stored, there == "link" ? elsewhere : _directory.In("nothing"));
                break;
            case "pipe":
                Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes in directories.");
                using (var made = Process.Start("mkfifo", Stored))
                {
                    made.WaitForExit();
                }

                break;
            default:
                byte[] other = there switch { "half" => s_content[..50_000], "empty" => [], "longer" => [.. s_content, 0], _ => [.. s_content[..^1], (byte)'x'] };
                File.WriteAllBytes(Stored, other);
                break;
        }

        Store("a");
        Assert.Null(new FileInfo(Stored).LinkTarget);
        Assert.Equal(s_content, File.ReadAllBytes(Stored));
        Assert.Equal(there == "link" ? s_content : "untouched"u8.ToArray(), File.ReadAllBytes(elsewhere));
        Assert.False(File.Exists(_directory.In("nothing")));
        Assert.Equal([Stored], Directory.GetFileSystemEntries(_directory.In("manifests")));
    }

    [Fact]
    public void A_directory_of_its_name_is_told_and_left_alone()
    {
        _directory.Write(s_name + "/own", "of somebody"u8);
        Assert.ThrowsAny<SystemException>(() => Store("a"));
        Assert.Equal([Stored], Directory.GetFileSystemEntries(_directory.In("manifests")));
        Assert.True(File.Exists(Path.Combine(Stored, "own")));
    }

    [Fact]
    public void One_that_is_old_is_touched_so_that_retention_knows_it_is_needed()
    {
        Store("a");
        File.SetLastWriteTimeUtc(Stored, DateTime.UtcNow - (SharedDocuments.KeptFor * 3));
        Store("b");
        Assert.InRange(DateTime.UtcNow - File.GetLastWriteTimeUtc(Stored), TimeSpan.FromMinutes(-1), SharedDocuments.KeptFor / 2);
        Assert.Equal(s_content, File.ReadAllBytes(Stored));
    }

    [Fact]
    public void One_that_is_taken_away_between_the_look_and_the_touch_is_written_anew()
    {
        Store("a");
        File.SetLastWriteTimeUtc(Stored, DateTime.UtcNow - (SharedDocuments.KeptFor * 3));
        var files = new FaultyFiles(DiskFiles.Instance);
        files.Before = call =>
        {
            if (call == "touch")
            {
                File.Move(Stored, _directory.In("taken"));
            }
        };
        Store("b", files: files);
        Assert.Equal(s_content, File.ReadAllBytes(Stored));
        Assert.Contains("touch", files.Calls);
    }

    [Fact]
    public void Many_that_store_it_at_once_find_it_whole()
    {
        Parallel.For(0, 200, new() { MaxDegreeOfParallelism = 16 }, i =>
        {
            Store($"r{i}");
            Assert.Equal(s_content, File.ReadAllBytes(Stored));
        });
        Assert.Equal([Stored], Directory.GetFileSystemEntries(_directory.In("manifests")));
    }

    [Fact]
    public void Its_folder_and_its_file_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // rights are inherited there
        }

        Store("a");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Stored));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_directory.In("manifests")));
    }

    [Theory]
    [InlineData("blob")]
    [InlineData("publish")]
    public void One_that_cannot_be_stored_leaves_no_part_of_it(string fault)
    {
        Assert.Throws<IOException>(() => Store("a", files: new FaultyFiles(DiskFiles.Instance) { Fails = call => call == fault }));
        Assert.Empty(Directory.GetFileSystemEntries(_directory.In("manifests")));
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("tool_set")]
    public void It_is_verified_as_a_blob_is(string field)
    {
        var reference = $"\"{field}\":\"sha256:{s_hash}\"";
        var log = field == "manifest" ? new HandWrittenLog().Header(reference).Tool(1, "T", "") : new HandWrittenLog().Header().Llm(1, reference);
        var path = _directory.Write("run-1.jsonl", log.End().ToArray());

        Assert.Equal((Verdict.BlobMissing, s_hash), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).MissingBlobs.Single()));
        var kind = field.Replace('_', ' ');
        Assert.StartsWith(
            $"Blob missing: 1 {kind} is gone; the first is {s_hash}, looked for as manifests/{s_hash}.json and run-1.blobs/{s_hash} beside the log. "
            + $"A {kind} stays as long as a run names it: copy it with the run. 3 lines hold together, and the run ended (completed).",
            StepLogVerifier.Verify(path).Message, StringComparison.Ordinal);
        Store("other");
        Assert.Equal((Verdict.SelfConsistent, 1L), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).Blobs));
        File.AppendAllText(Stored, " ");
        Assert.Equal((Verdict.BlobAltered, s_hash), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).AlteredBlobs.Single()));
        File.Delete(Stored);
        _directory.Write($"run-1.blobs/{s_hash}", s_content); // as earlier versions kept it
        Assert.Equal((Verdict.SelfConsistent, 1L), (StepLogVerifier.Verify(path).Verdict, StepLogVerifier.Verify(path).Blobs));
    }

    [Fact]
    public void A_reference_that_is_none_is_tampered_with()
    {
        var path = _directory.Write("run-1.jsonl", new HandWrittenLog().Header().Llm(1, "\"tool_set\":\"sha256:../../etc\"").End().ToArray());
        var found = StepLogVerifier.Verify(path);
        Assert.Equal(Verdict.Tampered, found.Verdict);
        Assert.Contains("has a \"tool_set\" that is not", found.Message, StringComparison.Ordinal);
    }

    /// <summary>Of a build; not that of this assembly, which every log of these tests would name.</summary>
    internal static BuildManifest Manifest(string name = "Beach")
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new(name), AssemblyBuilderAccess.RunAndCollect);
        assembly.SetCustomAttribute(new(
            typeof(BuildManifestAttribute).GetConstructors().Single(), [name, $"    {{ \"assembly\": \"{name}\", \"methods\": [] }}", BuildManifestAttribute.CurrentVersion]));
        return BuildManifest.Of(assembly)!;
    }

    private void Store(string runId, bool durable = false, ILogFiles? files = null) =>
        new RunFiles(files ?? DiskFiles.Instance, _directory.Path, runId, durable).Shared.Store(s_hash, s_content);
}
