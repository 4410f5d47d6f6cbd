using System.ComponentModel;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>What an assembly's annotated methods are, as the generator found them. Written by generated code; read it with <see cref="BuildManifest"/>.</summary>
/// <param name="assembly">The simple name of the assembly whose methods these are.</param>
/// <param name="section">The assembly's section of the manifest, as JSON.</param>
/// <param name="version">The version of what generated code calls that this code was generated for.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BuildManifestAttribute(string assembly, string section, int version) : Attribute
{
    /// <summary>
    /// The version of the members that generated code calls. It grows when one of them changes or goes; the generator has the same number, and a test compares the two with what is
    /// public in this namespace.
    /// </summary>
    internal const int CurrentVersion = 1;

    /// <summary>The simple name of the assembly whose methods these are: this one, or one that it references.</summary>
    internal string Assembly { get; } = assembly;

    /// <summary>The assembly's section of the manifest, as JSON.</summary>
    internal string Section { get; } = section;

    /// <summary>The version of what generated code calls that this code was generated for.</summary>
    internal int Version { get; } = version;
}
