using System.Runtime.CompilerServices;
using AgentStepLog.Capture;
using AgentStepLog.Manifest;

namespace AgentStepLog.Withholding;

/// <summary>
/// The tools of all loaded assemblies, by the manifests that were built into them: a model calls a tool before any code of it has run. Read when a line
/// first has something that looks like a call, and again when assemblies were loaded since.
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

    /// <summary>What was read last is enough to say that there is nothing to look for.</summary>
    internal static bool KnownToBeNone => Volatile.Read(ref s_current) is { Any: false } none && none._loads == Volatile.Read(ref s_loads);

    /// <summary>Whether some tool has a parameter or a member of that name.</summary>
    internal static bool HasName(string name) => Current._names.Contains(PlainName.Of(name));

    /// <summary>What is withheld of a tool; null for one that no manifest knows.</summary>
    /// <param name="name">As a framework has it.</param>
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

    // By any threads at once, under no lock: assemblies may have to be resolved by the user's code, and what cannot be read is told to the user's listeners.
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
                Array.ForEach(seen, assembly => MarkSeen(assembly, unread.GetValueOrDefault(assembly))); // not before: who reads meanwhile reads them as well
                return read;
            }
        }
    }

    // One that cannot be read hides none of the others.
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

    // Several threads may have read it: one tells.
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
