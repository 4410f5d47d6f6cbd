using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>
    /// Calls back for each record of some types after it has been written, in the order of the log, on another thread, and one at
    /// a time. A subscriber can neither hold up nor break the log: one that is too slow misses records
    /// (<see cref="StepLogHealth.Undelivered"/>), and what one throws is counted (<see cref="StepLogHealth.SubscriberFailures"/>)
    /// and seen by nobody. The end of the log, <see cref="Dispose()"/>, waits up to two seconds for what is still to be delivered.
    /// One that never returns keeps the one thread of the pool that it runs on for good: nobody can take that back.
    /// No log is active in the subscriber's code.
    /// </summary>
    /// <param name="types">
    /// A type of the format, such as <c>tool_call</c> or, which is the same, <c>tool.call</c>; <c>*</c> in place of a word, as in
    /// <c>tool.*</c>, <c>user.*</c>, <c>run.*</c>; or <c>**</c> for all. The header comes to whoever asks for it, though it was written before.
    /// </param>
    /// <param name="receive">Takes the step. Do not pass an <c>async</c> lambda: the log would not wait for its end, and an exception in it would end the process.</param>
    /// <param name="capacity">How many records may wait for it; also, no more than 16 MiB of them. What comes then is not delivered.</param>
    /// <returns>Ends the subscription when disposed; what waits then is not delivered.</returns>
    /// <exception cref="ArgumentException">No type of record matches; the message lists them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public IDisposable Subscribe(string types, Action<Step> receive, int capacity = 1024)
    {
        ArgumentNullException.ThrowIfNull(receive);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        var wanted = TypePattern.Parse(types, nameof(types));
        return Writer.Subscribers.Add(IsOff ? default : wanted, receive, capacity);
    }

    /// <summary>Calls back for each record of one type: <c>log.Subscribe&lt;ToolCallStep&gt;(step =&gt; …)</c>, or a typed step of a generated log.</summary>
    /// <typeparam name="TStep">A type of step. A base class, such as <see cref="CallStep"/> or <see cref="Step"/>, stands for all that derive from it.</typeparam>
    /// <param name="receive">Takes the step. Do not pass an <c>async</c> lambda: the log would not wait for its end, and an exception in it would end the process.</param>
    /// <param name="capacity">How many records may wait for it; also, no more than 16 MiB of them. What comes then is not delivered.</param>
    /// <returns>Ends the subscription when disposed; what waits then is not delivered.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public IDisposable Subscribe<TStep>(Action<TStep> receive, int capacity = 1024)
        where TStep : Step
    {
        ArgumentNullException.ThrowIfNull(receive);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return Writer.Subscribers.Add(IsOff ? default : TypePattern.Of(typeof(TStep)), Receive, capacity);

        void Receive(Step step)
        {
            if (step is TStep wanted)
            {
                receive(wanted);
            }
        }
    }
}
