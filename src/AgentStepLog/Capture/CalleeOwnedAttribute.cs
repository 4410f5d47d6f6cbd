using System.ComponentModel;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>
/// Marks the generated body of a recorded method that the user declared <c>partial</c>, without a body. Every call of it is recorded, whatever code makes the call.
/// Only generated code uses the attribute. It makes other projects not record the method's calls.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CalleeOwnedAttribute : Attribute;
