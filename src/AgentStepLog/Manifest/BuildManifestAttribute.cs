using System.ComponentModel;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>The annotated methods of an assembly, as the generator found them. Generated code writes it; read it with <see cref="BuildManifest"/>.</summary>
/// <param name="assembly">The simple name of the assembly that declares the methods.</param>
/// <param name="section">The assembly's section of the manifest, as JSON.</param>
/// <param name="version">The version of the API for generated code that this code was generated for.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BuildManifestAttribute(string assembly, string section, int version) : Attribute
{
    /// <summary>
    /// The version of the members that generated code calls. It increases when one of them changes or is removed. The generator has the same number, and a test
    /// compares both with the public members of this namespace.
    /// </summary>
    internal const int CurrentVersion = 1;

    /// <summary>The simple name of the assembly that declares the methods: this one, or one that it references.</summary>
    internal string Assembly { get; } = assembly;

    /// <summary>The assembly's section of the manifest, as JSON.</summary>
    internal string Section { get; } = section;

    /// <summary>The version of the API for generated code that this code was generated for.</summary>
    internal int Version { get; } = version;
}
