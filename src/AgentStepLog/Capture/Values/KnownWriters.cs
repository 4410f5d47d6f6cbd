using System.ComponentModel;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>The types that a project can write, looked up by the type that a value turns out to have. Generated code makes it.</summary>
/// <param name="find">The writer for values of exactly a type; null where the project has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KnownWriters(Func<Type, Action<CaptureWriter, object>?> find)
{
    private static readonly Action<CaptureWriter, object> s_none = static (_, _) => { };

    // Weak: a type that is asked for may be one of an assembly that is unloaded later.
    private readonly ConditionalWeakTable<Type, Action<CaptureWriter, object>> _found = [];

    internal Action<CaptureWriter, object>? Find(Type type)
    {
        if (_found.TryGetValue(type, out var known))
        {
            return ReferenceEquals(known, s_none) ? null : known;
        }

        var writer = find(type);

        // Hot reload may add the type: what was not found is asked for again there.
        if (writer is not null || !MetadataUpdater.IsSupported)
        {
            _found.TryAdd(type, writer ?? s_none);
        }

        return writer;
    }
}
