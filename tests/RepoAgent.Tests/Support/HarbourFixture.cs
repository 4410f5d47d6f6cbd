using System.ComponentModel;
using System.Diagnostics;

namespace RepoAgents.Tests.Support;

/// <summary>A small folder with files of several languages, in a git repository with three commits by two authors.</summary>
public sealed class HarbourFixture : IDisposable
{
    private readonly TempFolder _folder = new();

    public HarbourFixture()
    {
        _folder.Write("README.md", """
            # Harbour

            Harbour keeps boats in order.

            ## What you get

            Every boat is found again. Fog is no excuse.

            - It never loses a name.

            ```
            harbour will not count this line
            ```

            ## License

            Free as the sea.

            """);
        _folder.Write("src/Boat.cs", """
            namespace Harbour;

            /// <summary>The class Boat is what moors.</summary>
            public sealed class Boat(string name)
            {
                public string Name => name;

                public int Berth { get; private set; }

                public void Moor(int berth) => Berth = berth;
            }

            """);
        _folder.Write("src/Pier.cs", """
            namespace Harbour;

            public sealed class Pier
            {
                public int Length { get; set; }

                public void Moor(Boat boat) => boat.Moor(1);
            }

            """);
        _folder.Write("old/Pier.cs", """
            namespace Harbour;

            public sealed class Pier
            {
                public void Moor(Boat boat) => boat.Moor(0);
            }

            """);
        _folder.Write("tools/count.py", "def count_boats(names):\n    return len(names)");
        _folder.Write("web/app.js", "export function render(boat) {\n  return boat.name;\n}\n");
        File.WriteAllBytes(_folder.In("chart.bin"), [0x42, 0x6f, 0x61, 0x74, 0, 1, 2, .. new byte[3000]]);
        HasGit = Commit();
    }

    public string Path => _folder.Path;

    public bool HasGit { get; }

    public string ShortId(string revision) => Git("rev-parse", "--short", revision).Trim();

    public void Dispose() => _folder.Dispose();

    public static void NeedsGit(HarbourFixture harbour)
    {
        if (!harbour.HasGit)
        {
            Assert.Skip("git is not installed on this machine.");
        }
    }

    private bool Commit()
    {
        try
        {
            Git("init", "--quiet", "--initial-branch=main");
        }
        catch (Win32Exception)
        {
            return false;
        }

        Git("add", "--all", "--", ":!old");
        CommitAs("Ada Lovelace", "2026-01-02T03:04:05+00:00", "Build the harbour");
        Git("add", "--all");
        CommitAs("Grace Hopper", "2026-02-03T10:20:30+01:00", "Keep the old pier");
        _folder.Write("tools/count.py", "def count_boats(names):\n    return len(names)\n");
        Git("add", "--all");
        CommitAs("Ada Lovelace", "2026-03-04T05:06:07+00:00", "End the line");
        return true;
    }

    private void CommitAs(string author, string at, string message)
    {
        Git("-c", $"user.name={author}", "-c", "user.email=harbour@example.org", "-c", "commit.gpgSign=false",
            "commit", "--quiet", $"--date={at}", "-m", message);
    }

    private string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", Path, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = System.IO.Path.Combine(Path, "no-such-config");
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        var errors = git.StandardError.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors}");
    }
}
