using AgentStepLog.FaultTests.Subjects;

namespace AgentStepLog.FaultTests.FullDisk;

/// <summary>What became of calls on a disk that ran full.</summary>
/// <param name="Calls">How many were made.</param>
/// <param name="Exceptions">How many of them threw.</param>
/// <param name="ThrowsAtEnd">Whether closing it threw.</param>
/// <param name="Counted">What the logger itself says it lost; null where it does not count.</param>
/// <param name="Left">What the files hold.</param>
internal sealed record Filling(int Calls, int Exceptions, bool ThrowsAtEnd, long? Counted, LinesLeft Left)
{
    /// <summary>Calls that returned, whose step is neither there nor counted.</summary>
    public long SilentlyLost => Math.Max(0, Calls - Exceptions - Left.Labels.Count - (Counted ?? 0));

    public static Filling Do(Func<string, Subject> start, string directory, int calls)
    {
        var exceptions = 0;
        var subject = start(directory);
        for (var label = 0; label < calls; label++)
        {
            try
            {
                subject.Log(label, 60);
            }
            catch (IOException)
            {
                exceptions++;
            }
        }

        var throwsAtEnd = false;
        try
        {
            subject.Dispose();
        }
        catch (IOException)
        {
            throwsAtEnd = true;
        }

        return new(calls, exceptions, throwsAtEnd, subject.Lost, LinesLeft.In(directory));
    }
}
