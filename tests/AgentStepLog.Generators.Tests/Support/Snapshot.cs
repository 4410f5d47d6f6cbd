using System.Runtime.CompilerServices;

namespace AgentStepLog.Generators.Tests.Support;

/// <summary>
/// Compares text with <c>Class.Method.verified.cs</c> beside the test. A difference leaves <c>.received.cs</c> there and
/// fails; with <c>UPDATE_SNAPSHOTS=1</c> in the environment it becomes the verified text.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var name = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var verified = name + ".verified.cs";
        var received = name + ".received.cs";
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, text);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{FirstDifference(expected, text)}\nCompare {received}\nwith {verified}; UPDATE_SNAPSHOTS=1 accepts it.");
    }

    internal static string FirstDifference(string expected, string actual)
    {
        var before = expected.Split('\n');
        var after = actual.Split('\n');
        for (var i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            var (old, now) = (before.ElementAtOrDefault(i), after.ElementAtOrDefault(i));
            if (old != now)
            {
                return $"Line {i + 1} differs:\n- {old}\n+ {now}";
            }
        }

        return "No line differs.";
    }
}
