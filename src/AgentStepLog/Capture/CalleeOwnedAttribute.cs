using System.ComponentModel;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// Borne by the generated body of a recorded method that was declared <c>partial</c>, without a body: every call of it, by any way, is
/// recorded. Written by generated code only; it tells other projects to leave the method's calls alone.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CalleeOwnedAttribute : Attribute;
