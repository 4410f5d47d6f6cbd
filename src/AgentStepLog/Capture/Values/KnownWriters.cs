using System.ComponentModel;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using AgentStepLog.Capture;

namespace AgentStepLog.CompilerServices;

/// <summary>The types that a project can write, found by the run-time type of a value. Generated code makes it.</summary>
/// <param name="find">Finds the writer for values of exactly one type; null if the project has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KnownWriters(Func<Type, Action<CaptureWriter, object>?> find)
{
    private static readonly Action<CaptureWriter, object> s_none = static (_, _) => { };

    // The table is weak, because a type may belong to an assembly that is unloaded later.
    private readonly ConditionalWeakTable<Type, Action<CaptureWriter, object>> _found = [];

    internal Action<CaptureWriter, object>? Find(Type type)
    {
        if (_found.TryGetValue(type, out var known))
        {
            return ReferenceEquals(known, s_none) ? null : known;
        }

        var writer = find(type);

        // Hot reload may add a writer, so a failed search is not remembered there.
        if (writer is not null || !MetadataUpdater.IsSupported)
        {
            _found.TryAdd(type, writer ?? s_none);
        }

        return writer;
    }
}
