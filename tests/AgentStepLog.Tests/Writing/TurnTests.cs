using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;
using AgentStepLog.Writing;

namespace AgentStepLog.Tests.Writing;

public sealed class TurnTests
{
    private const int MaxBatches = LogWriter.MaxBatchesForOthers;

    [Fact]
    public void Who_writes_lines_of_others_returns_although_there_are_always_more()
    {
        const int Others = MaxBatches * 2;
        var files = new FaultyFiles();
        using var log = StepLog.On(files, new());
        var others = Enumerable.Range(0, Others).Select(_ => new Caller(log)).ToArray();
        var writers = new List<int>();
        files.Before = call =>
        {
            if (call == "append")
            {
                writers.Add(Environment.CurrentManagedThreadId); // one thread at a time has the turn
                if (writers.Count <= Others)
                {
                    others[writers.Count - 1].Call();
                }
            }
        };

        using (log.Use())
        {
            Calls.Say("mine");
        }

        var mine = Environment.CurrentManagedThreadId;
        Array.ForEach(others, static other => other.Dispose());
        Assert.Equal(1 + MaxBatches, writers.Count(writer => writer == mine));
        Assert.Equal(1 + Others, writers.Count);
        Assert.Equal(1 + (2 * Others), log.Summarize().ToolCalls);
        LogLines.AssertSound(log.ToArray());
    }

    /// <summary>A thread that has made one call, so that all code is there, and makes another when it is told to.</summary>
    private sealed class Caller : IDisposable
    {
        private readonly ManualResetEventSlim _isWarm = new();
        private readonly ManualResetEventSlim _mayCall = new();
        private readonly StepLog _log;
        private readonly Thread _thread;

        internal Caller(StepLog log)
        {
            _log = log;
            _thread = new(() =>
            {
                using var active = log.Use();
                Calls.Say("warm");
                _isWarm.Set();
                _mayCall.Wait();
                Calls.Say("other");
            });
            _thread.Start();
            Until.Holds(() => _isWarm.IsSet);
        }

        /// <summary>Returns when the call waits for somebody to write its line: whoever writes is in here.</summary>
        internal void Call()
        {
            var before = _log.Writer.Waiting;
            _mayCall.Set();
            Until.Holds(() => _log.Writer.Waiting > before);
        }

        public void Dispose()
        {
            _thread.Join();
            _isWarm.Dispose();
            _mayCall.Dispose();
        }
    }
}
