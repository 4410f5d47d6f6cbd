using System.Runtime.CompilerServices;
using AgentStepLog.Capture;
using AgentStepLog.Manifest;

namespace AgentStepLog.Withholding;

/// <summary>
/// The tools of all loaded assemblies, read from the manifests in them, because a model may call a tool before any code of its assembly has run. They are read when a
/// line first contains something like a call, and again when further assemblies have been loaded.
/// </summary>
internal sealed class SecretTools
{
    private static readonly ConditionalWeakTable<System.Reflection.Assembly, object?> s_seen = [];
    private static int s_loads;
    private static SecretTools? s_current;

    private readonly Dictionary<string, ToolSecrets> _tools;
    private readonly HashSet<string> _names;
    private readonly int _loads;

    static SecretTools() => AppDomain.CurrentDomain.AssemblyLoad += static (_, _) => Interlocked.Increment(ref s_loads);

    private SecretTools(Dictionary<string, ToolSecrets> tools, HashSet<string> names, int loads)
    {
        (_tools, _names, _loads) = (tools, names, loads);
        Any = tools.Values.Any(static t => t.Any);
    }

    /// <summary>Whether any tool withholds anything.</summary>
    internal bool Any { get; }

    internal static SecretTools Current
    {
        get
        {
            var current = Volatile.Read(ref s_current);
            return current is not null && current._loads == Volatile.Read(ref s_loads) ? current : Read();
        }
    }

    /// <summary>Whether the tools that were read last withhold nothing, and no assembly has been loaded since.</summary>
    internal static bool KnownToBeNone => Volatile.Read(ref s_current) is { Any: false } none && none._loads == Volatile.Read(ref s_loads);

    /// <summary>Whether a tool has a parameter or a member with that name.</summary>
    internal static bool HasName(string name) => Current._names.Contains(PlainName.Of(name));

    /// <summary>Finds what is withheld of a tool; null if no manifest knows the tool.</summary>
    /// <param name="name">The name as a framework writes it.</param>
    internal ToolSecrets? Find(string name)
    {
        foreach (var candidate in PlainName.Candidates(name))
        {
            if (_tools.TryGetValue(candidate, out var tool))
            {
                return tool;
            }
        }

        return null;
    }

    // Several threads may read at the same time, without a lock, because reading may call the user's code: its assembly resolvers, and its listeners for errors.
    private static SecretTools Read()
    {
        while (true)
        {
            var loads = Volatile.Read(ref s_loads);
            var old = Volatile.Read(ref s_current);
            if (old?._loads == loads)
            {
                return old;
            }

            var tools = old is null ? new Dictionary<string, ToolSecrets>(StringComparer.Ordinal) : new(old._tools, StringComparer.Ordinal);
            var names = old is null ? new HashSet<string>(StringComparer.Ordinal) : new(old._names, StringComparer.Ordinal);
            var seen = Array.FindAll(AppDomain.CurrentDomain.GetAssemblies(), static assembly => !assembly.IsDynamic && !s_seen.TryGetValue(assembly, out _));
            var unread = new Dictionary<System.Reflection.Assembly, Exception>();
            Array.ForEach(seen, assembly => TryAdd(assembly, tools, names, unread));
            var read = new SecretTools(tools, names, loads);
            if (Interlocked.CompareExchange(ref s_current, read, old) == old)
            {
                Array.ForEach(seen, assembly => MarkSeen(assembly, unread.GetValueOrDefault(assembly))); // only now: until then, other threads read them too
                return read;
            }
        }
    }

    // An assembly that cannot be read does not hide the others.
    private static void TryAdd(
        System.Reflection.Assembly assembly, Dictionary<string, ToolSecrets> tools, HashSet<string> names, Dictionary<System.Reflection.Assembly, Exception> unread)
    {
        try
        {
            if (BuildManifest.IsIn(assembly))
            {
                Add(BuildManifest.Of(assembly), tools, names);
            }
        }
        catch (Exception e)
        {
            unread[assembly] = e;
        }
    }

    // Several threads may have read the assembly, and only one of them reports the error.
    private static void MarkSeen(System.Reflection.Assembly assembly, Exception? flaw)
    {
        if (s_seen.TryAdd(assembly, null) && flaw is not null)
        {
            StepLogEvents.Instance.ManifestNotRead(assembly.GetName().Name ?? "", flaw.GetType().FullName + ": " + flaw.Message);
        }
    }

    private static void Add(BuildManifest? manifest, Dictionary<string, ToolSecrets> tools, HashSet<string> names)
    {
        foreach (var method in manifest?.Methods ?? [])
        {
            if (method.Kind != StepKind.ToolCall || method.Name.Length == 0)
            {
                continue;
            }

            var plain = PlainName.OfTool(method.Name);
            var tool = ToolSecrets.Of(method);
            tools[plain] = tools.TryGetValue(plain, out var other) ? ToolSecrets.Of(other, tool) : tool;
            foreach (var schema in new[] { method.Schema, method.ResultSchema })
            {
                if (schema is not null)
                {
                    names.UnionWith(new SchemaNames(schema).Names);
                }
            }
        }
    }
}
