using System.ComponentModel;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// The origin of a recorded call: a line of the user's code, a tool table, the body of a method that records itself, or code that records the call manually.
/// </summary>
/// <remarks>
/// Generated code makes this value from constants in the call itself. A static field would keep the line number of the build when hot reload moves the call.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CallOrigin
{
    // Null for a call in a line of the user's code.
    private readonly CallSource? _source;
    private readonly string? _file;
    private readonly string? _member;
    private readonly int _line;

    private CallOrigin(CallSource? source, string? file = null, int line = 0, string? member = null)
    {
        _source = source;
        _file = file;
        _line = line;
        _member = member;
    }

    /// <summary>The origin of a call of a method that records itself. Any code may have made the call.</summary>
    public static CallOrigin Callee => new(CalleeSource.Instance);

    internal StepRoute Route => _source?.Route ?? StepRoute.Direct;

    internal string? CallId => _source?.CallId;

    /// <summary>The JSON pointers of the arguments that the library read although they did not fit the schema.</summary>
    internal string[] Coerced => _source?.Coerced ?? [];

    /// <summary>The calling line; null if no line of the user's code is known.</summary>
    internal (string File, int Line, string Member)? Caller => _file is null ? null : (_file, _line, _member ?? "");

    /// <summary>Makes the origin of a call in the user's code.</summary>
    /// <param name="file">The path relative to the project with <c>/</c>, or the file's name.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="member">The calling member, such as <c>SurfAgent.RunAsync</c>.</param>
    public static CallOrigin Direct(string file, int line, string member) => new(null, file, line, member);

    /// <summary>
    /// Makes this the origin of the next call on this thread of a method that records itself. A tool table does so before it calls a virtual method by name, and so the
    /// override that runs records this origin.
    /// </summary>
    public void HandOver() => CalleeSource.HandOver(this);

    /// <summary>Ends <see cref="HandOver"/>, in case no call used the origin.</summary>
    public static void TakeBack() => CalleeSource.HandOver(null);

    /// <summary>Makes the origin of a manually recorded call. Only the file's name is kept, because the path belongs to the machine that compiled the code.</summary>
    internal static CallOrigin Manual(string file, int line, string member, string? callId) =>
        new(ManualSource.Of(callId), file[(file.LastIndexOfAny(['/', '\\']) + 1)..], line, member);

    /// <summary>Makes the origin of a call that a model requested through a tool table.</summary>
    internal static CallOrigin Table(TableSource source) => new(source);

    /// <summary>The origin to record for the call that begins now.</summary>
    internal CallOrigin Taken() => ReferenceEquals(_source, CalleeSource.Instance) ? CalleeSource.Take() ?? this : this;

    /// <summary>Called when the recorded call begins to run.</summary>
    internal void Entered(ActiveStep step) => _source?.Entered(step);
}
