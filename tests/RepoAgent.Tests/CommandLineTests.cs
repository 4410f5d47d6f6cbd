using RepoAgents.App;
using RepoAgents.Tests.Support;

namespace RepoAgents.Tests;

/// <summary>How the program is called, rightly and wrongly.</summary>
public sealed class CommandLineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("The question is missing.")]
    [InlineData("The question is empty.", " ")]
    [InlineData("There is no option --log.", "--log", "x", "where is X defined")]
    [InlineData("--logs needs a directory after it.", "where is X defined", "--logs")]
    [InlineData("--logs needs a directory after it.", "where is X defined", "--logs=")]
    [InlineData("5 arguments came where a question and a folder were expected; put the question in quotes.", "where", "is", "X", "defined", ".")]
    public async Task A_wrong_call_says_what_is_wrong_and_how_it_is_right(string message, params string[] arguments)
    {
        using var run = await AppRun.RunAsync(_ => arguments, Cancellation);

        Assert.Equal((ExitCodes.Usage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message + "\nUsage: dotnet run --project samples/RepoAgent -- ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named_and_leaves_no_log()
    {
        using var run = await AppRun.AskAsync("list files", "no/such/folder", Cancellation);

        Assert.Equal((ExitCodes.Usage, "The folder 'no/such/folder' does not exist.\n", ""), (run.ExitCode, run.Errors, run.LogPath));
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_named()
    {
        using var folder = new TempFolder();
        var file = folder.Write("a.txt", "a");
        using var run = await AppRun.AskAsync("list files", file, Cancellation);

        Assert.Equal((ExitCodes.Usage, $"'{file}' is a file; a folder is needed.\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task A_log_directory_that_cannot_be_one_is_a_clear_error()
    {
        using var folder = new TempFolder();
        var file = folder.Write("a.txt", "a");
        using var run = await AppRun.RunAsync(_ => ["--logs", file, "list files", folder.Path], Cancellation);

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains(file, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_a_clear_error()
    {
        using var run = await AppRun.AskAsync(
            "list files", ".", Cancellation, new() { ["OPENAI_API_KEY"] = "key", ["OPENAI_BASE_URL"] = "localhost:8080" });

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Equal("OPENAI_BASE_URL is no http or https address; it should look like https://api.openai.com/v1.\n", run.Errors);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_names_the_forms_of_question(string option)
    {
        using var run = await AppRun.RunAsync(_ => [option], Cancellation);

        Assert.Equal((ExitCodes.Answered, ""), (run.ExitCode, run.Errors));
        Assert.Contains("[--logs DIR] \"question\" [FOLDER]", run.Output, StringComparison.Ordinal);
        Assert.Contains("  which files mention TEXT\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_after_two_dashes_are_no_options() =>
        Assert.Equal(new CommandLine("--what", "-f", "x", Help: false), CommandLine.Parse(["--logs=x", "--", "--what", "-f"]));
}
