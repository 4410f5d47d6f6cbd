using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using AgentStepLog.Generators.Analyzers.Coverage;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>One compilation for the rules: its settings, and the reporting of findings under them.</summary>
internal sealed class RuleScope
{
    // All rules of a compilation share one scope, so that each fact is computed once.
    private static readonly ConditionalWeakTable<Compilation, RuleScope> s_shared = new();

    private readonly bool _silent;
    private readonly CoverageFindings? _coverage;
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _mayAnnotate = new(SymbolEqualityComparer.Default);
    private readonly Lazy<HashSet<string>> _names;
    private readonly ConcurrentDictionary<IMethodSymbol, MethodModel?> _models = new(SymbolEqualityComparer.Default);

    private RuleScope(Compilation compilation, bool silent, CoverageFindings? coverage = null)
    {
        Compilation = compilation;
        _silent = silent;
        _coverage = coverage;
        _names = new(() => Names(compilation));
    }

    public Compilation Compilation { get; }

    /// <summary>The scope; null when the compilation does not reference AgentStepLog, so that nothing can be annotated.</summary>
    public static RuleScope? Of(Compilation compilation, AnalyzerOptions options)
    {
        if (compilation.GetTypeByMetadataName("AgentStepLog.AgentToolAttribute") is null)
        {
            return null;
        }

        var silent = options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.AgentStepLogAnalysis", out var level)
            && string.Equals(level.Trim(), "none", StringComparison.OrdinalIgnoreCase);
        var shared = s_shared.GetValue(compilation, c => new RuleScope(c, silent));

        // An editor may analyse the same compilation with other options.
        return shared._silent == silent ? shared : new RuleScope(compilation, silent);
    }

    /// <summary>A scope for the coverage report: findings are collected, and not reported.</summary>
    public static RuleScope For(Compilation compilation, CoverageFindings coverage) => new(compilation, silent: true, coverage);

    /// <summary>
    /// Whether a member of this assembly can be annotated: a fast check that excludes calls of the framework, which
    /// are most. It comes before any binding or reading.
    /// </summary>
    public bool MayAnnotate(ISymbol member)
        => member.ContainingAssembly is { } assembly && _mayAnnotate.GetOrAdd(
            assembly,
            a => SymbolEqualityComparer.Default.Equals(a, Compilation.Assembly)
                || a.Modules.Any(static module => module.ReferencedAssemblies.Any(static r => r.Name == Annotations.Namespace)));

    /// <summary>
    /// Whether an annotated method with this name exists, so that this method, or one that it overrides or implements, may be annotated. The check is
    /// a look-up in a set. The names come from the syntax, as in the generator.
    /// </summary>
    public bool MayBeAnnotated(IMethodSymbol method) => IsNameOfAnnotated(method) && MayAnnotate(method);

    /// <summary>The same for a member of any assembly, since an annotated method may implement the framework's interface.</summary>
    public bool IsNameOfAnnotated(IMethodSymbol method)
    {
        var name = method.Name;
        return _names.Value.Contains(name.IndexOf('.') < 0 ? name : name.Substring(name.LastIndexOf('.') + 1));
    }

    /// <summary>The annotation of this method itself. Most methods are excluded by their name.</summary>
    public Annotation? OwnAnnotation(IMethodSymbol method) => MayBeAnnotated(method) ? Annotations.OwnOf(method) : null;

    /// <summary>The generator's model of the method; null where it refuses the method. It is made once for all rules.</summary>
    public MethodModel? Model(Annotation annotation) =>
        _models.GetOrAdd(annotation.Method, _ => MethodParser.Parse(annotation, Compilation));

    private static HashSet<string> Names(Compilation compilation)
    {
        // No token of a caller: a Lazy would keep its cancellation forever.
        var trees = OurCode.OtherTrees(compilation).ToList();
        var facts = trees.ConvertAll(static t => TreeFacts.Of(t, CancellationToken.None));
        var attributes = TreeFacts.AttributeNames(facts);
        var names = TreeFacts.AnnotatedNames(facts);
        names.UnionWith(facts.Zip(trees, (f, tree) => f.LocalFunctions(tree, attributes)).SelectMany(static names => names));
        names.UnionWith(ReferencedNames.Of(compilation, CancellationToken.None));
        return names;
    }

    /// <summary>Notes an annotated method for the report. Findings about it are reported separately.</summary>
    public void Declared(Annotation annotation, MethodRefusal refusal, Location at) => _coverage?.Add(annotation, refusal, at);

    /// <summary>Notes a call that is recorded.</summary>
    public void Recorded(IMethodSymbol method, Location at) => _coverage?.Add(method, "direct", at);

    /// <summary>Notes a place that reaches a method which records itself, in any way.</summary>
    public void RecordsItself(IMethodSymbol method, Location at) => _coverage?.Add(method, "callee", at);

    /// <param name="arguments">The arguments of the message, with members as symbols.</param>
    public void Report(
        Action<Diagnostic> sink, DiagnosticDescriptor rule, Location location, CancellationToken cancellationToken, params object[] arguments)
    {
        if (_coverage is not null)
        {
            _coverage.Add(rule, location, arguments);
        }
        else if (!_silent || IsSetByName(rule.Id, location.SourceTree, cancellationToken))
        {
            // The places of the message's members, in their order: a fix may have to change another member than the one at the finding.
            var members = arguments.OfType<IMethodSymbol>().Select(static m => m.Locations[0]);
            sink(Diagnostic.Create(rule, location, members, Display.All(arguments)));
        }
    }

    /// <summary>
    /// Whether an .editorconfig, a global config or the project configures this rule by its id, which takes precedence over the setting for all rules.
    /// </summary>
    private bool IsSetByName(string id, SyntaxTree? tree, CancellationToken cancellationToken)
    {
        if (Compilation.Options.SpecificDiagnosticOptions.ContainsKey(id))
        {
            return true;
        }

        return Compilation.Options.SyntaxTreeOptionsProvider is { } provider
            && (provider.TryGetGlobalDiagnosticValue(id, cancellationToken, out _)
                || (tree is not null && provider.TryGetDiagnosticValue(tree, id, cancellationToken, out _)));
    }
}
