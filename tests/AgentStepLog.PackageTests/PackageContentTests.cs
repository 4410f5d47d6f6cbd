using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Xml.Linq;
using AgentStepLog.PackageTests.Support;

namespace AgentStepLog.PackageTests;

[Collection(AgainstPackage.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    // The kind of Source Link's entry in a portable PDB: github.com/dotnet/runtime, docs/design/specs/PortablePdb-Metadata.md.
    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void The_package_holds_exactly_the_library_the_compilers_part_the_build_files_and_the_papers()
    {
        string[] expected =
        [
            "AgentStepLog.nuspec",
            "LICENSE",
            "README.md",
            "analyzers/dotnet/cs/AgentStepLog.CodeFixes.dll",
            "analyzers/dotnet/cs/AgentStepLog.Generators.dll",
            "buildMultiTargeting/AgentStepLog.targets",
            "buildTransitive/AgentStepLog.props",
            "buildTransitive/AgentStepLog.targets",
            "lib/net10.0/AgentStepLog.dll",
            "lib/net10.0/AgentStepLog.xml",
            "lib/net8.0/AgentStepLog.dll",
            "lib/net8.0/AgentStepLog.xml",
        ];
        Assert.Equal(expected, FilesIn(package.File));
    }

    [Fact]
    public void The_symbol_package_holds_the_librarys_symbols()
    {
        string[] expected = ["AgentStepLog.nuspec", "lib/net10.0/AgentStepLog.pdb", "lib/net8.0/AgentStepLog.pdb"];
        Assert.Equal(expected, FilesIn(package.SymbolFile));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_symbols_say_where_the_sources_are_and_name_no_folder_of_the_machine_that_packed(string framework)
    {
        using var archive = ZipFile.OpenRead(package.SymbolFile);
        using var symbols = new MemoryStream();
        using (var entry = archive.GetEntry($"lib/{framework}/AgentStepLog.pdb")!.Open())
        {
            entry.CopyTo(symbols);
        }

        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(info => reader.GetGuid(info.Kind) == s_sourceLink);
        Assert.Matches("^\\{\"documents\":\\{\"/_/\\*\":\"https://raw\\.githubusercontent\\.com/agentsteplog/agentsteplog/[0-9a-f]{40}/\\*\"\\}\\}$", Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value)));
        Assert.All(reader.Documents, handle => Assert.StartsWith("/_/", reader.GetString(reader.GetDocument(handle).Name), StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_depends_on_the_very_same_version_of_the_format_and_on_nothing_else()
    {
        var metadata = Metadata(package.File, "AgentStepLog");
        var name = metadata.Name.Namespace;

        Assert.All(metadata.Descendants(name + "group"), group =>
            Assert.Equal(("AgentStepLog.Format", $"[{package.Version}]"), ((string?)group.Elements().Single().Attribute("id"), (string?)group.Elements().Single().Attribute("version"))));
        Assert.Equal(["net10.0", "net8.0"], metadata.Descendants(name + "group").Select(static g => (string?)g.Attribute("targetFramework")));
        Assert.Equal("MIT", (string?)metadata.Element(name + "license"));
        Assert.Equal("README.md", (string?)metadata.Element(name + "readme"));
    }

    [Fact]
    public void The_formats_package_holds_its_library_alone_and_depends_on_nothing()
    {
        string[] expected =
        [
            "AgentStepLog.Format.nuspec", "LICENSE", "README.md",
            "lib/net10.0/AgentStepLog.Format.dll", "lib/net10.0/AgentStepLog.Format.xml", "lib/net8.0/AgentStepLog.Format.dll", "lib/net8.0/AgentStepLog.Format.xml",
        ];
        Assert.Equal(expected, FilesIn(package.FormatFile));
        var metadata = Metadata(package.FormatFile, "AgentStepLog.Format");
        Assert.Empty(metadata.Descendants(metadata.Name.Namespace + "dependency"));
    }

    private static XElement Metadata(string file, string id)
    {
        using var archive = ZipFile.OpenRead(file);
        using var nuspec = archive.GetEntry(id + ".nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    [Fact]
    public void The_readme_in_the_package_links_to_whole_addresses_and_is_the_repositorys_in_all_else()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        var packed = reader.ReadToEnd();
        Assert.DoesNotContain("](docs/", packed, StringComparison.Ordinal);
        Assert.DoesNotContain("](LICENSE", packed, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Repository.PathOf("README.md")).Trim(), packed.Replace("](https://github.com/agentsteplog/agentsteplog/blob/main/", "](", StringComparison.Ordinal).Trim());
    }

    // Packaging bookkeeping (relationships, content types, core properties) is the packer's own.
    private static string[] FilesIn(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(static e => e.FullName)
            .Where(static n => !n.StartsWith("_rels/", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal) && n != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }
}
