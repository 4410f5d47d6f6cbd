#pragma warning disable CA1708, CA1822, IDE0051 // Two blocks for one type differ by more than case; tools are what they are.
namespace AgentStepLog.IntegrationTests.Calls;

/// <summary>Tools in extension blocks.</summary>
internal static partial class Blocks
{
    /// <param name="text">What is looked through.</param>
    extension([Sensitive] string text)
    {
        /// <summary>Finds a word.</summary>
        /// <param name="word">The word.</param>
        [AgentTool]
        internal int Find(string word) => text.IndexOf(word, StringComparison.Ordinal);

        [AgentTool(Name = "FindChar")]
        internal int Find(char letter) => text.IndexOf(letter, StringComparison.Ordinal);

        internal int UseHidden() => text.Hidden();

        [AgentTool]
        private int Hidden() => text.Length;
    }

    extension(int number)
    {
        [AgentTool(Name = "FindInNumber")]
        internal int Find(string word) => number + word.Length;
    }

    extension(string)
    {
        [AgentTool]
        internal static string Of(int count, char letter = 'x') => new(letter, count);
    }

    extension<T>(IReadOnlyList<T> items) where T : notnull
    {
        [AgentTool]
        internal string Pair<TOther>(TOther other) where TOther : struct => $"{items[0]}{other}";

        [AgentTool]
        internal static int Size(T[] all) => all.Length;
    }

    extension<T>(T value) where T : class, IComparable
    {
        [AgentTool]
        internal int Against(object other) => value.CompareTo(other);
    }

    extension(ref BlockCounter counter)
    {
        [AgentTool]
        internal int Next() => ++counter.Count;
    }
}

internal struct BlockCounter
{
    public int Count;
}
