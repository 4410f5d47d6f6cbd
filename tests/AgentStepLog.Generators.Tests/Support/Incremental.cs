using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Tests.Support;

/// <summary>Runs a generator over a compilation and then over edited ones, and asks its steps what they did.</summary>
internal sealed class Incremental
{
    private readonly BoundFiles _bound = new();
    private BuildProperties _properties;
    private GeneratorDriver _driver;

    public Incremental(Compilation compilation, ISourceGenerator? generator = null, params (string Key, string Value)[] properties)
    {
        _driver = Generated.Driver(generator ?? new StepLogGenerator().AsSourceGenerator(), IncrementalGeneratorOutputKind.None, properties);
        _properties = Properties(properties);
        Compilation = compilation;
        Run(compilation);
    }

    public Compilation Compilation { get; private set; }

    public GeneratorRunResult Result { get; private set; }

    public Incremental Run(Compilation compilation)
    {
        Compilation = compilation;
        var before = Result.GeneratedSources.IsDefault ? [] : Result.GeneratedSources.Select(s => s.SourceText).ToHashSet(ReferenceEqualityComparer.Instance);
        _driver = _driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
        Result = _driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
        Emitted = [.. Result.GeneratedSources.Where(s => !before.Contains(s.SourceText)).Select(s => s.HintName).Order(StringComparer.Ordinal)];
        Bound = _bound.Next(compilation, _properties);
        return this;
    }

    private static BuildProperties Properties(params (string Key, string Value)[] properties) => new([("ProjectDir", Source.ProjectDirectory), .. properties]);

    /// <summary>Replaces text in one file, as an editor does.</summary>
    public Incremental Edit(string path, string old, string @new)
    {
        var tree = Compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("/" + path, StringComparison.Ordinal));
        var text = tree.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Run(Compilation.ReplaceSyntaxTree(tree, Source.Tree(path, text.Replace(old, @new, StringComparison.Ordinal))));
    }

    public Incremental Property(string key, string value)
    {
        _properties = Properties((key, value));
        _driver = _driver.WithUpdatedAnalyzerConfigOptions(_properties);
        return Run(Compilation);
    }

    /// <summary>What the last run did for each output of a step, in order.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>The generated files that were written anew in the last run, even if they turned out the same.</summary>
    public IReadOnlyList<string> Emitted { get; private set; } = [];

    /// <summary>The source files that the last run bound, even if that gave the same.</summary>
    public IReadOnlyList<string> Bound { get; private set; } = [];

    public Incremental AllCached(params string[] steps)
    {
        foreach (var step in steps)
        {
            Assert.All(Reasons(step), reason =>
                Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{step}: {reason}"));
        }

        return this;
    }

    /// <summary>
    /// Nothing that these steps gave holds on to a compilation: no symbol, node, tree, location or model is reachable.
    /// </summary>
    public Incremental HoldsNothing(params string[] steps)
    {
        foreach (var step in steps)
        {
            var values = Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Value).ToList();
            Assert.NotEmpty(values);
            Assert.All(values, value => Walk(value, step, new HashSet<object>(ReferenceEqualityComparer.Instance)));
        }

        return this;
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or IntPtr || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Location or Microsoft.CodeAnalysis.Compilation or SemanticModel or SyntaxReference or AttributeData or IOperation,
            $"{path} holds a {value.GetType().Name}.");
        if (value is Array items)
        {
            foreach (var item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                {
                    Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
                }
            }
        }
    }
}
