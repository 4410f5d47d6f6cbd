using RepoAgents.App;
using RepoAgents.Tests.Support;

namespace RepoAgents.Tests;

/// <summary>Each form of question, in several phrasings, over a real folder: the answers are exact.</summary>
public sealed class QuestionFormTests(HarbourFixture harbour) : IClassFixture<HarbourFixture>
{
    [Theory]
    [InlineData("Where is Boat defined?", "Boat is defined in src/Boat.cs, line 4: public sealed class Boat(string name)")]
    [InlineData("where is the class `Boat` declared", "Boat is defined in src/Boat.cs, line 4: public sealed class Boat(string name)")]
    [InlineData("Could you please tell me where Boat is defined?", "Boat is defined in src/Boat.cs, line 4: public sealed class Boat(string name)")]
    [InlineData("which file defines count_boats", "count_boats is defined in tools/count.py, line 1: def count_boats(names):")]
    [InlineData("find the definition of render", "render is defined in web/app.js, line 1: export function render(boat) {")]
    [InlineData("where is Boat.Berth defined", "Berth is defined in src/Boat.cs, line 8: public int Berth { get; private set; }")]
    [InlineData("where is Boat.Moor defined", "Moor is defined in src/Boat.cs, line 10: public void Moor(int berth) => Berth = berth;")]
    [InlineData("where is Pier defined", "Pier is defined in 2 places:\n- old/Pier.cs, line 3: public sealed class Pier\n- src/Pier.cs, line 3: public sealed class Pier")]
    [InlineData("where is Boat.cs?", "Boat.cs is the file src/Boat.cs.")]
    [InlineData("where is excuse defined", "I found no definition of excuse. It is mentioned in 1 file:\n- README.md, first in line 7")]
    [InlineData("where is Submarine defined", "Submarine is defined nowhere in the folder, and no text file mentions it.")]
    [InlineData("How many lines has Boat.cs?", "src/Boat.cs has 11 lines.")]
    [InlineData("how many lines does the file src/Boat.cs have", "src/Boat.cs has 11 lines.")]
    [InlineData("how many lines are in src/Boat.cs", "src/Boat.cs has 11 lines.")]
    [InlineData("What is the line count of boat?", "src/Boat.cs has 11 lines.")]
    [InlineData("how many lines has Pier.cs in src", "src/Pier.cs has 8 lines.")]
    [InlineData("how long is count.py", "tools/count.py has 2 lines.")]
    [InlineData("how many lines has Pier.cs", "2 files answer to Pier.cs; say which one is meant by more of its path:\n- old/Pier.cs\n- src/Pier.cs")]
    [InlineData("how many lines has Submarine.cs", "There is no file 'Submarine.cs' in the folder.")]
    [InlineData("how many lines has src", "src has 19 lines in 2 text files.")]
    [InlineData("how many lines has ../secret", "'../secret' leads out of the folder; only paths inside of it may be read.")]
    [InlineData("how many lines are there in total?", "The folder has 47 lines in 6 text files.")]
    [InlineData("Which files mention Moor?", "3 files mention Moor:\n- old/Pier.cs: 1 line, first line 5\n- src/Boat.cs: 1 line, first line 10\n- src/Pier.cs: 1 line, first line 7")]
    [InlineData("what files contain \"boat.Moor(1)\"", "1 file mentions boat.Moor(1):\n- src/Pier.cs: 1 line, first line 7")]
    [InlineData("where is Berth used", "1 file mentions Berth:\n- src/Boat.cs: 2 lines, first line 8")]
    [InlineData("search for fog", "1 file mentions fog (upper and lower case alike):\n- README.md: 1 line, first line 7")]
    [InlineData("grep count boats", "1 file mentions count_boats:\n- tools/count.py: 1 line, first line 1")]
    [InlineData("which files mention Submarine", "No text file in the folder mentions Submarine.")]
    [InlineData("What are the two largest files?", "The 2 largest of 7 files in the folder:\n- chart.bin: 2.9 KiB\n- src/Boat.cs: 242 bytes")]
    [InlineData("show me the top 1 biggest files", "The largest of 7 files in the folder is chart.bin: 2.9 KiB.")]
    [InlineData("which is the largest file in src", "The largest of 2 files in src is src/Boat.cs: 242 bytes.")]
    [InlineData("Which languages is it written in?", Languages)]
    [InlineData("what programming languages are used here", Languages)]
    [InlineData("lines by language", Languages)]
    [InlineData("What does the README promise?", Readme)]
    [InlineData("summarize the readme", Readme)]
    [InlineData("what is this project about?", Readme)]
    [InlineData("Compare old/Pier.cs and src/Pier.cs", Difference)]
    [InlineData("what is the difference between old/Pier.cs and src/Pier.cs?", Difference)]
    [InlineData("diff old/Pier.cs src/Pier.cs", Difference)]
    [InlineData("compare the files old/Pier.cs src/Pier.cs", Difference)]
    [InlineData("compare Boat.cs with boat", "src/Boat.cs and src/Boat.cs have the same 11 lines.")]
    [InlineData("compare Pier.cs and Submarine.cs", "2 files answer to Pier.cs; say which one is meant by more of its path:\n- old/Pier.cs\n- src/Pier.cs\nThere is no file named Submarine.cs in the folder.")]
    [InlineData("List the files under src", "2 files in src:\n- src/Boat.cs\n- src/Pier.cs")]
    [InlineData("list *.py files", "1 file in the folder:\n- tools/count.py")]
    [InlineData("what is in old?", "1 file in old:\n- old/Pier.cs")]
    [InlineData("list the files under 'wine cellar'", "There is no folder 'wine cellar' in the folder.")]
    [InlineData("what is in \"wine cellar\"?", "There is no folder 'wine cellar' in the folder.")]
    [InlineData("largest files in 'wine cellar'", "There is no folder 'wine cellar' in the folder.")]
    [InlineData("list the files under cellar", "There is no folder 'cellar' in the folder.")]
    public async Task A_question_is_answered_exactly(string question, string answer)
    {
        using var run = await AppRun.AskAsync(question, harbour.Path, TestContext.Current.CancellationToken);

        Assert.Equal(answer, run.Answer);
        Assert.StartsWith(answer + "\n\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(("", ExitCodes.Answered), (run.Errors, run.ExitCode));
    }

    [Theory]
    [InlineData("Who changed src/Boat.cs last?", "Ada Lovelace changed src/Boat.cs last, on 2026-01-02 03:04 +00:00: Build the harbour ({2}).")]
    [InlineData("who last modified old/Pier.cs", "Grace Hopper changed old/Pier.cs last, on 2026-02-03 10:20 +01:00: Keep the old pier ({1}).")]
    [InlineData("when was count.py last changed?", "Ada Lovelace changed tools/count.py last, on 2026-03-04 05:06 +00:00: End the line ({0}).")]
    [InlineData("who changed old last", "Grace Hopper changed old last, on 2026-02-03 10:20 +01:00: Keep the old pier ({1}).")]
    [InlineData("commits of 'old/Pier.cs'", "The newest commit of old/Pier.cs:\n- {1} 2026-02-03 10:20 +01:00 Grace Hopper: Keep the old pier")]
    [InlineData("what is the last commit", "The newest commit:\n- {0} 2026-03-04 05:06 +00:00 Ada Lovelace: End the line")]
    [InlineData("show the last two commits", "The newest 2 commits:\n- {0} 2026-03-04 05:06 +00:00 Ada Lovelace: End the line\n- {1} 2026-02-03 10:20 +01:00 Grace Hopper: Keep the old pier")]
    [InlineData("recent commits of src", "The newest commit of src:\n- {2} 2026-01-02 03:04 +00:00 Ada Lovelace: Build the harbour")]
    [InlineData("commits of Boat.cs", "The newest commit of src/Boat.cs:\n- {2} 2026-01-02 03:04 +00:00 Ada Lovelace: Build the harbour")]
    public async Task A_question_about_history_is_answered_through_git(string question, string answer)
    {
        HarbourFixture.NeedsGit(harbour);
        using var run = await AppRun.AskAsync(question, harbour.Path, TestContext.Current.CancellationToken);

        var ids = new[] { "HEAD", "HEAD~1", "HEAD~2" }.Select(harbour.ShortId).ToArray();
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, answer, ids), run.Answer);
        Assert.Equal(ExitCodes.Answered, run.ExitCode);
    }

    private const string Languages =
        "47 lines in 6 text files:\n- C#: 25 lines in 3 files (53.2 %)\n- Markdown: 17 lines in 1 file (36.2 %)\n"
        + "- JavaScript: 3 lines in 1 file (6.4 %)\n- Python: 2 lines in 1 file (4.3 %)";

    private const string Readme =
        "README.md: Harbour\nHarbour keeps boats in order.\nIt promises:\n- Every boat is found again. (line 7)\n"
        + "- It never loses a name. (line 9)\nIts sections: What you get, License.";

    private const string Difference =
        "From old/Pier.cs (6 lines) to src/Pier.cs (8 lines): 1 removed, 3 added.\n--- old/Pier.cs\n+++ src/Pier.cs\n"
        + "@@ -2,5 +2,7 @@\n \n public sealed class Pier\n {\n-    public void Moor(Boat boat) => boat.Moor(0);\n"
        + "+    public int Length { get; set; }\n+\n+    public void Moor(Boat boat) => boat.Moor(1);\n }";
}
