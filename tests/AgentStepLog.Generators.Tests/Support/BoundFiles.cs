using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Support;

/// <summary>
/// Tells which files the generator has bound from one compilation to the next. It keeps the models of a file while binding would give the
/// same: those that were bound have models that are new objects, equal to the old ones or not.
/// </summary>
internal sealed class BoundFiles
{
    private readonly HashSet<object> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>To be asked after the generator has run over the compilation.</summary>
    public IReadOnlyList<string> Next(Compilation compilation, BuildProperties properties)
    {
        var sources = Discovery.Sources(compilation, SettingsParser.Parse(properties.GlobalOptions), TestContext.Current.CancellationToken);
        var now = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var bound = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in sources.Files)
        {
            object[] models = [Discovery.Methods(file, sources, default), Discovery.Calls(file, sources, default)];
            now.UnionWith(models);
            if (models.Any(m => !_known.Contains(m)))
            {
                bound.Add(Path.GetFileName(file.Tree.FilePath));
            }
        }

        _known.UnionWith(now);
        return [.. bound];
    }
}
