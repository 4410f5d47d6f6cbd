using System.ComponentModel;

namespace AgentStepLog.Capture;

/// <summary>
/// Where a recorded call comes from: a line of the user's code, a tool table, the body of a method that records itself, or a call
/// recorded by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CallOrigin
{
    private protected CallOrigin()
    {
    }

    /// <summary>The call of a method that records itself, whoever made it.</summary>
    public static CallOrigin Callee { get; } = new CalleeOrigin();

    internal abstract StepRoute Route { get; }

    /// <summary>The calling line as the record's JSON object, or nothing where no line called.</summary>
    internal virtual ReadOnlySpan<byte> Caller => default;

    internal virtual string? CallId => null;

    /// <summary>
    /// Makes this the origin of the next call on this thread of a method that records itself: a tool table calls a virtual one by its
    /// name, and so gets to the override.
    /// </summary>
    public void HandOver() => CalleeOrigin.HandOver(this);

    /// <summary>Ends what <see cref="HandOver"/> began, where nobody took it.</summary>
    public static void TakeBack() => CalleeOrigin.HandOver(null);

    /// <summary>What is recorded as the origin of the call that begins now.</summary>
    internal virtual CallOrigin Taken() => this;

    /// <summary>A call that stands in the user's code.</summary>
    /// <param name="file">Path relative to the project with <c>/</c>, or the file's name.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="member">The calling member, such as <c>SurfAgent.RunAsync</c>.</param>
    public static CallOrigin Direct(string file, int line, string member) =>
        new SourceOrigin(StepRoute.Direct, file, line, member, callId: null);

    /// <summary>A call recorded by hand. Of the path, which is one of the machine that compiled, the file's name is kept.</summary>
    internal static CallOrigin Manual(string file, int line, string member, string? callId) =>
        new SourceOrigin(StepRoute.Manual, file[(file.LastIndexOfAny(['/', '\\']) + 1)..], line, member, callId);

    /// <summary>A call that a model asked for through a tool table.</summary>
    internal static TableOrigin Table(string? callId) => new(callId);

    /// <summary>Pointers of the arguments that were not given as the schema asks, and read all the same.</summary>
    internal virtual string[] Coerced => [];

    /// <summary>Called when the recorded call begins to run.</summary>
    internal virtual void Entered(ActiveStep step)
    {
    }
}
