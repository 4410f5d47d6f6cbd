using System.ComponentModel;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// Where a recorded call comes from: a line of the user's code, a tool table, the body of a method that records itself, or a call
/// recorded manually.
/// </summary>
/// <remarks>
/// A value that generated code makes of constants in the call itself. A static field in its place would keep the line number of the build when hot
/// reload moves the call.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CallOrigin
{
    // Null for a line of the user's code.
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

    /// <summary>The call of a method that records itself, from any code.</summary>
    public static CallOrigin Callee => new(CalleeSource.Instance);

    internal StepRoute Route => _source?.Route ?? StepRoute.Direct;

    internal string? CallId => _source?.CallId;

    /// <summary>Pointers of the arguments that were not given as the schema asks, and read all the same.</summary>
    internal string[] Coerced => _source?.Coerced ?? [];

    /// <summary>The calling line; absent where no line of the user's code is known.</summary>
    internal (string File, int Line, string Member)? Caller => _file is null ? null : (_file, _line, _member ?? "");

    /// <summary>A call that stands in the user's code.</summary>
    /// <param name="file">Path relative to the project with <c>/</c>, or the file's name.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="member">The calling member, such as <c>SurfAgent.RunAsync</c>.</param>
    public static CallOrigin Direct(string file, int line, string member) => new(null, file, line, member);

    /// <summary>
    /// Makes this the origin of the next call on this thread of a method that records itself: a tool table calls a virtual one by its
    /// name, and so gets to the override.
    /// </summary>
    public void HandOver() => CalleeSource.HandOver(this);

    /// <summary>Ends what <see cref="HandOver"/> began, where no call took the origin.</summary>
    public static void TakeBack() => CalleeSource.HandOver(null);

    /// <summary>A call recorded manually. Of the path, which is one of the machine that compiled, the file's name is kept.</summary>
    internal static CallOrigin Manual(string file, int line, string member, string? callId) =>
        new(ManualSource.Of(callId), file[(file.LastIndexOfAny(['/', '\\']) + 1)..], line, member);

    /// <summary>A call that a model asked for through a tool table.</summary>
    internal static CallOrigin Table(TableSource source) => new(source);

    /// <summary>What is recorded as the origin of the call that begins now.</summary>
    internal CallOrigin Taken() => ReferenceEquals(_source, CalleeSource.Instance) ? CalleeSource.Take() ?? this : this;

    /// <summary>Called when the recorded call begins to run.</summary>
    internal void Entered(ActiveStep step) => _source?.Entered(step);
}
