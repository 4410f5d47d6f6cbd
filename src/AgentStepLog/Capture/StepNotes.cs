using System.Globalization;

namespace AgentStepLog.Capture;

/// <summary>The notes that one call left, for the log and for its model. Safe for use by many threads.</summary>
internal sealed class StepNotes
{
    /// <summary>How many are kept; of what comes after them only the number is told.</summary>
    internal const int Max = 1_000;

    private readonly List<string> _texts = [];
    private long _more;

    /// <summary>Adds a note; makes the list for the first one.</summary>
    internal static void Add(ref StepNotes? notes, string text)
    {
        var all = Volatile.Read(ref notes);
        if (all is null)
        {
            all = new();
            all = Interlocked.CompareExchange(ref notes, all, null) ?? all;
        }

        all.Add(text);
    }

    internal string[] ToArray()
    {
        lock (_texts)
        {
            return _more == 0 ? [.. _texts]
                : [.. _texts, string.Create(CultureInfo.InvariantCulture, $"and {_more} more notes: {Max} of one call are kept")];
        }
    }

    private void Add(string text)
    {
        lock (_texts)
        {
            if (_texts.Count < Max)
            {
                _texts.Add(text);
            }
            else
            {
                _more++;
            }
        }
    }
}
