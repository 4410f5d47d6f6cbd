using AgentStepLog.Writing;

namespace AgentStepLog;

public partial class StepLog
{
    /// <summary>
    /// Calls <paramref name="receive"/> for each step of some types after it was written, in the order of the log, on another thread, and for one step at a time. A
    /// subscriber can neither delay nor break the log. One that is too slow misses steps (<see cref="StepLogHealth.Undelivered"/>). An exception that it throws is
    /// counted (<see cref="StepLogHealth.SubscriberFailures"/>), and does not leave the subscriber. The end of the log, <see cref="Dispose()"/>, waits up to two
    /// seconds for steps that are not delivered yet. A subscriber that never returns blocks its thread of the pool for good. No log is active in the subscriber's code.
    /// </summary>
    /// <param name="types">
    /// A type of the format, such as <c>tool_call</c>, or with the same meaning <c>tool.call</c>; <c>*</c> in place of a word, as in <c>tool.*</c>, <c>user.*</c>,
    /// <c>run.*</c>; or <c>**</c> for all types. A subscriber to the header receives it, although it was written before.
    /// </param>
    /// <param name="receive">
    /// Receives the step. Do not pass an <c>async</c> lambda: the log would not wait for its end, and an exception in it would end the process.
    /// </param>
    /// <param name="capacity">The most steps that may wait for the subscriber, and at most 16 MiB of them. Further steps are not delivered.</param>
    /// <returns>The subscription. Disposing it ends it; steps that still wait are not delivered.</returns>
    /// <exception cref="ArgumentException">No type of step matches. The message lists all types.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public IDisposable Subscribe(string types, Action<Step> receive, int capacity = 1024)
    {
        ArgumentNullException.ThrowIfNull(receive);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        var wanted = TypePattern.Parse(types, nameof(types));
        return Writer.Subscribers.Add(IsOff ? default : wanted, receive, capacity);
    }

    /// <summary>
    /// Calls <paramref name="receive"/> for each step of one type: <c>log.Subscribe&lt;ToolCallStep&gt;(step =&gt; …)</c>, or a typed step of a generated log.
    /// </summary>
    /// <typeparam name="TStep">A type of step. A base class, such as <see cref="CallStep"/> or <see cref="Step"/>, stands for all types derived from it.</typeparam>
    /// <param name="receive">
    /// Receives the step. Do not pass an <c>async</c> lambda: the log would not wait for its end, and an exception in it would end the process.
    /// </param>
    /// <param name="capacity">The most steps that may wait for the subscriber, and at most 16 MiB of them. Further steps are not delivered.</param>
    /// <returns>The subscription. Disposing it ends it; steps that still wait are not delivered.</returns>
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
