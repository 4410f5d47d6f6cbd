using RepoAgents.Tests.Support;
using RepoAgents.Tools;

namespace RepoAgents.Tests.Tools;

/// <summary>The tools by themselves: what they return, and what they refuse.</summary>
public sealed class RepoToolsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private RepoTools Tools => new(new RepoFolder(_folder.In("repo")));

    public RepoToolsTests()
    {
        _folder.Write("secret.txt", "outside");
        _folder.Write("repo/a.txt", "one\r\ntwo\nthree");
        _folder.Write("repo/src/b.txt", "two\n");
    }

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("src/../../secret.txt")]
    [InlineData("/etc/hostname")]
    public void A_path_out_of_the_folder_is_refused(string path)
    {
        var error = Assert.Throws<UnauthorizedAccessException>(() => Tools.ReadFile(path, cancellationToken: Cancellation));
        Assert.Equal($"'{path}' leads out of the folder; only paths inside of it may be read.", error.Message);
    }

    [Fact]
    public void A_sibling_that_begins_like_the_folder_is_outside()
    {
        _folder.Write("repository/c.txt", "c");
        Assert.Throws<UnauthorizedAccessException>(() => Tools.ReadFile("../repository/c.txt", cancellationToken: Cancellation));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_neither_read_nor_listed_nor_searched()
    {
        Link(() => File.CreateSymbolicLink(_folder.In("repo/link.txt"), _folder.In("secret.txt")));
        Directory.CreateSymbolicLink(_folder.In("repo/up"), _folder.Path);

        Assert.Throws<UnauthorizedAccessException>(() => Tools.ReadFile("link.txt", cancellationToken: Cancellation));
        Assert.Throws<UnauthorizedAccessException>(() => Tools.ReadFile("up/secret.txt", cancellationToken: Cancellation));
        Assert.Throws<UnauthorizedAccessException>(() => Tools.ListFiles("up", cancellationToken: Cancellation));
        Assert.Equal(["a.txt", "src/b.txt"], Tools.ListFiles(cancellationToken: Cancellation).Files.Select(static f => f.Path));
        Assert.Empty(Tools.SearchText("outside", cancellationToken: Cancellation).Hits);
    }

    [Fact]
    public void A_link_inside_of_the_folder_is_a_file_and_a_circle_of_links_is_an_error()
    {
        Link(() => File.CreateSymbolicLink(_folder.In("repo/link.txt"), "a.txt"));
        File.CreateSymbolicLink(_folder.In("repo/x"), "y");
        File.CreateSymbolicLink(_folder.In("repo/y"), "x");

        Assert.Equal(3, Tools.ReadFile("link.txt", cancellationToken: Cancellation).TotalLines);
        Assert.ThrowsAny<IOException>(() => Tools.ReadFile("x", cancellationToken: Cancellation));
        Assert.Equal(["a.txt", "link.txt", "src/b.txt"], Tools.ListFiles(cancellationToken: Cancellation).Files.Select(static f => f.Path));
    }

    [Fact]
    public void A_folder_reached_through_a_link_is_the_folder()
    {
        Link(() => Directory.CreateSymbolicLink(_folder.In("shortcut"), _folder.In("repo")));
        var tools = new RepoTools(new RepoFolder(_folder.In("shortcut")));
        Assert.Equal("two", tools.ReadFile("src/b.txt", cancellationToken: Cancellation).Text);
    }

    [Fact]
    public void A_range_of_lines_is_read()
    {
        var text = Tools.ReadFile("a.txt", 2, 9, Cancellation);
        Assert.Equal(("a.txt", 2, 3, 3, "two\nthree"), (text.Path, text.FirstLine, text.LastLine, text.TotalLines, text.Text));
        Assert.Equal((7, 6, ""), Tools.ReadFile("a.txt", 7, 9, Cancellation) is var none ? (none.FirstLine, none.LastLine, none.Text) : default);
    }

    [Theory]
    [InlineData(0, 5, "firstLine must be at least 1.")]
    [InlineData(3, 2, "lastLine must be at least 3.")]
    public void A_range_that_is_none_is_refused(int first, int last, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Tools.ReadFile("a.txt", first, last, Cancellation));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_and_large_files_are_refused_and_skipped()
    {
        File.WriteAllBytes(_folder.In("repo/image.bin"), [1, 2, 0, 3]);
        using (var large = File.Create(_folder.In("repo/large.txt")))
        {
            large.SetLength(TextSearch.MaxFileBytes + 1);
        }

        Assert.Equal("'image.bin' is a binary file and has no lines.", Assert.Throws<InvalidDataException>(() => Tools.ReadFile("image.bin", cancellationToken: Cancellation)).Message);
        Assert.StartsWith("'large.txt' has 4194305 bytes;", Assert.Throws<InvalidDataException>(() => Tools.ReadFile("large.txt", cancellationToken: Cancellation)).Message, StringComparison.Ordinal);
        var found = Tools.SearchText("two", cancellationToken: Cancellation);
        Assert.Equal((2, 2, 2), (found.Hits.Count, found.FilesSearched, found.FilesSkipped));
    }

    [Fact]
    public void A_text_is_found_literally_by_expression_and_in_either_case()
    {
        _folder.Write("repo/c.txt", "a.c\nabc\nA.C\n");
        Assert.Equal([1], Lines("a.c", regex: false, ignoreCase: false));
        Assert.Equal([1, 2], Lines("a.c", regex: true, ignoreCase: false));
        Assert.Equal([1, 3], Lines("a.c", regex: false, ignoreCase: true));

        IEnumerable<int> Lines(string pattern, bool regex, bool ignoreCase) =>
            Tools.SearchText(pattern, regex, ignoreCase, "c.txt", cancellationToken: Cancellation).Hits.Select(static h => h.Line);
    }

    [Fact]
    public void A_search_stops_at_its_limit_and_says_so()
    {
        var cut = Tools.SearchText("t", maxHits: 1, cancellationToken: Cancellation);
        Assert.Equal((1, true), (cut.Hits.Count, cut.Truncated));
        var all = Tools.SearchText("t", maxHits: 3, cancellationToken: Cancellation);
        Assert.Equal((3, false), (all.Hits.Count, all.Truncated));
    }

    [Theory]
    [InlineData("(", "'(' is not a regular expression that can be searched for: ")]
    [InlineData("(?<=a)b", "'(?<=a)b' is not a regular expression that can be searched for: ")]
    [InlineData("", "The pattern is empty; give the text to search for.")]
    public void A_pattern_that_cannot_be_searched_for_is_refused(string pattern, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Tools.SearchText(pattern, regex: true, cancellationToken: Cancellation)).Message, StringComparison.Ordinal);

    [Fact]
    public void Build_output_and_version_control_are_left_out_and_other_folders_of_the_name_are_not()
    {
        _folder.Write("repo/app/app.csproj", "<Project />");
        _folder.Write("repo/app/bin/x.dll", "x");
        _folder.Write("repo/app/obj/y.json", "{}");
        _folder.Write("repo/.git/config", "x");
        _folder.Write("repo/web/node_modules/z.js", "z");
        _folder.Write("repo/scripts/bin/run.sh", "ls\n");

        Assert.Equal(
            ["a.txt", "app/app.csproj", "scripts/bin/run.sh", "src/b.txt"],
            Tools.ListFiles(cancellationToken: Cancellation).Files.Select(static f => f.Path));
    }

    [Theory]
    [InlineData("*.txt", "a.txt", "src/b.txt")]
    [InlineData("B.TXT", "src/b.txt")]
    [InlineData("src/*", "src/b.txt")]
    [InlineData("**/*.txt", "a.txt", "src/b.txt")]
    [InlineData("?.md")]
    public void A_pattern_selects_files(string pattern, params string[] expected) =>
        Assert.Equal(expected, Tools.ListFiles(pattern: pattern, cancellationToken: Cancellation).Files.Select(static f => f.Path));

    [Fact]
    public void A_long_list_is_cut_and_counted()
    {
        var list = Tools.ListFiles(maxFiles: 1, cancellationToken: Cancellation);
        Assert.Equal(("a.txt", 2), (Assert.Single(list.Files).Path, list.Total));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a\n", 1)]
    [InlineData("a\r\nb\rc", 3)]
    [InlineData("\n\n", 2)]
    public void Lines_are_counted_as_they_are_read(string text, int lines)
    {
        _folder.Write("repo/d.txt", text);
        Assert.Equal(lines, Tools.CountLines("d.txt", Cancellation).Lines);
        Assert.Equal(lines, Tools.ReadFile("d.txt", cancellationToken: Cancellation).TotalLines);
    }

    private static void Link(Action create)
    {
        try
        {
            create();
        }
        catch (Exception e) when (OperatingSystem.IsWindows() && e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("This account may not create symbolic links.");
        }
    }
}
