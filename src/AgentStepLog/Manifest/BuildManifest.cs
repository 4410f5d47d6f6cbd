using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;
using AgentStepLog.Manifest;

namespace AgentStepLog;

/// <summary>
/// The tools, LLM calls and agent runs of a build: what a model reads about each, whether its calls are recorded, and why not. It is made at build, and
/// <c>run_start</c> of each log names its hash.
/// </summary>
public sealed class BuildManifest
{
    private static readonly ConditionalWeakTable<Assembly, StrongBox<BuildManifest?>> s_known = new();

    private readonly Lazy<IReadOnlyList<ManifestMethod>> _methods;

    private BuildManifest(string json)
    {
        Json = json;
        Utf8 = Encoding.UTF8.GetBytes(json);
        HashBytes = SHA256.HashData(Utf8);
        Hash = "sha256:" + Convert.ToHexString(HashBytes).ToLowerInvariant();
        _methods = new(() => Read(json));
    }

    /// <summary>
    /// The manifest as JSON text. The same sources make the same bytes. The assembly's own section comes first, then those of referenced assemblies by name.
    /// </summary>
    public string Json { get; }

    /// <summary><c>sha256:</c> and 64 lowercase hex digits: the hash of the UTF-8 bytes of <see cref="Json"/>, as <c>run_start</c> names it.</summary>
    public string Hash { get; }

    /// <summary>The annotated methods, the assembly's own first, in ordinal order of their ids within each assembly.</summary>
    public IReadOnlyList<ManifestMethod> Methods => _methods.Value;

    internal byte[] Utf8 { get; }

    internal byte[] HashBytes { get; }

    /// <summary>The manifest that was built into an assembly; null if the generator found no annotated method in the assembly or in those that it references.</summary>
    /// <param name="assembly">The assembly, such as <c>typeof(SurfTools).Assembly</c>.</param>
    /// <exception cref="StepLogException">The assembly was compiled against another version of AgentStepLog, and must be rebuilt.</exception>
    public static BuildManifest? Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return s_known.GetValue(assembly, static a => new(Make(a))).Value;
    }

    /// <summary>
    /// A report for people: for each annotated method, the routes on which its calls are recorded, whether a model can call it, and why not.
    /// </summary>
    public string Describe()
    {
        var text = new StringBuilder();
        foreach (var method in Methods)
        {
            text.Append(method.Kind).Append(' ').Append(method.Name).Append(" (").Append(method.Member).Append("): ");
            text.Append(method.Recorded switch
            {
                null => "not recorded: " + method.Reason,
                StepRoute.Callee => "recorded by its own body, whatever code calls it",
                _ => "recorded where code calls it by its name (the build names each place that is left out: ASL2000), and not where a delegate, reflection or a framework calls it",
            });
            text.Append(method.Capture switch
            {
                null => "",
                CaptureMode.Full => "; contents in full",
                CaptureMode.Hash => "; contents by their hash",
                _ => "; no contents",
            });
            text.Append(method switch
            {
                { InTable: true } => "; in the tool table",
                { TableReason: { } reason } => "; not in the tool table: " + reason,
                _ => "",
            });
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Whether an assembly contains a manifest.</summary>
    internal static bool IsIn(Assembly assembly) => Asked(assembly, static a => a.IsDefined(typeof(BuildManifestAttribute), inherit: false));

    /// <inheritdoc/>
    public override string ToString() => $"{Methods.Count} methods, {Hash}";

    private static BuildManifest? Make(Assembly assembly)
    {
        var sections = Asked(assembly, static a => a.GetCustomAttributes<BuildManifestAttribute>().ToList());
        if (sections.Exists(static s => s.Version != BuildManifestAttribute.CurrentVersion))
        {
            throw Outdated(assembly, $"Its generated code calls version {sections.Find(static s => s.Version != BuildManifestAttribute.CurrentVersion)!.Version} of {nameof(AgentStepLog)}.{nameof(CompilerServices)}; this one has version {BuildManifestAttribute.CurrentVersion}.", null);
        }

        return sections.Count == 0 ? null : new(ManifestText.Join(assembly.GetName().Name, sections.Select(static s => (s.Assembly, s.Section))));
    }

    // Old builds have the attribute in another form or place, and the runtime throws if an assembly names a type or a constructor that no longer exists.
    private static T Asked<T>(Assembly assembly, Func<Assembly, T> ask)
    {
        try
        {
            return ask(assembly);
        }
        catch (TypeLoadException e) when (e.TypeName.StartsWith(nameof(AgentStepLog) + ".", StringComparison.Ordinal))
        {
            throw Outdated(assembly, $"{e.TypeName} does not exist here.", e);
        }
        catch (MissingMethodException e)
        {
            throw Outdated(assembly, e.Message, e);
        }
    }

    private static StepLogException Outdated(Assembly assembly, string how, Exception? cause)
    {
        var name = typeof(BuildManifest).Assembly.GetName();
        return new(
            StepLogErrorReason.UnsupportedVersion, $"{assembly.GetName().Name} was compiled against another version of {name.Name} than the one that runs here ({name.Version}): rebuild it against this one, or take a version of its package that was built with this one. {how}", cause);
    }

    private static List<ManifestMethod> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("assemblies").EnumerateArray().SelectMany(static section =>
                section.GetProperty("methods").EnumerateArray().Select(method => ManifestMethod.Read(section.GetProperty("assembly").GetString()!, method))),
        ];
    }
}
