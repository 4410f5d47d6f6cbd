using System.ComponentModel;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>What an assembly's annotated methods are, as the generator found them. Written by generated code; read it with <see cref="BuildManifest"/>.</summary>
/// <param name="assembly">The simple name of the assembly whose methods these are.</param>
/// <param name="section">The assembly's section of the manifest, as JSON.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BuildManifestAttribute(string assembly, string section) : Attribute
{
    /// <summary>The simple name of the assembly whose methods these are: this one, or one that it references.</summary>
    internal string Assembly { get; } = assembly;

    /// <summary>The assembly's section of the manifest, as JSON.</summary>
    internal string Section { get; } = section;
}
