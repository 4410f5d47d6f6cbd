using System.Globalization;

namespace AgentStepLog.Capture;

/// <summary>The notes of one call, for the log and for the model. Safe for many threads.</summary>
internal sealed class StepNotes
{
    /// <summary>The most notes that are kept. Of further notes, only the number is reported.</summary>
    internal const int Max = 1_000;

    private readonly List<string> _texts = [];
    private long _more;

    /// <summary>Adds a note. The first note makes the list.</summary>
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
