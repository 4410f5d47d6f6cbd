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

/// <summary>One compilation as the rules see it: its settings, and how a finding is reported under them.</summary>
internal sealed class RuleScope
{
    // All rules of a compilation share one: what one of them has read, the next need not read again.
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

    /// <summary>Null when the compilation does not know AgentStepLog: nothing can be annotated there.</summary>
    public static RuleScope? Of(Compilation compilation, AnalyzerOptions options)
    {
        if (compilation.GetTypeByMetadataName("AgentStepLog.AgentToolAttribute") is null)
        {
            return null;
        }

        var silent = options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.AgentStepLogAnalysis", out var level)
            && string.Equals(level.Trim(), "none", StringComparison.OrdinalIgnoreCase);
        var shared = s_shared.GetValue(compilation, c => new RuleScope(c, silent));

        // The same compilation under other options: an editor may ask so.
        return shared._silent == silent ? shared : new RuleScope(compilation, silent);
    }

    /// <summary>The same rules, asked for the coverage report: what they find is gathered, and nobody is told.</summary>
    public static RuleScope For(Compilation compilation, CoverageFindings coverage) => new(compilation, silent: true, coverage);

    /// <summary>
    /// Whether a member of this assembly can bear one of our attributes: a cheap no for the calls of the framework, which
    /// are most. Asked before anything is bound or read.
    /// </summary>
    public bool MayAnnotate(ISymbol member)
        => member.ContainingAssembly is { } assembly && _mayAnnotate.GetOrAdd(
            assembly,
            a => SymbolEqualityComparer.Default.Equals(a, Compilation.Assembly)
                || a.Modules.Any(static module => module.ReferencedAssemblies.Any(static r => r.Name == Annotations.Namespace)));

    /// <summary>
    /// Whether a method of this name is annotated anywhere, so that this one, or one that it overrides or implements, may be: a no
    /// that costs a look into a set. Found in the syntax, as the generator does it.
    /// </summary>
    public bool MayBeAnnotated(IMethodSymbol method) => IsNameOfAnnotated(method) && MayAnnotate(method);

    /// <summary>The same for a member of any assembly: the framework's interface may be what an annotated method implements.</summary>
    public bool IsNameOfAnnotated(IMethodSymbol method)
    {
        var name = method.Name;
        return _names.Value.Contains(name.IndexOf('.') < 0 ? name : name.Substring(name.LastIndexOf('.') + 1));
    }

    /// <summary>The annotation of this very method; most methods are told apart by their name.</summary>
    public Annotation? OwnAnnotation(IMethodSymbol method) => MayBeAnnotated(method) ? Annotations.OwnOf(method) : null;

    /// <summary>What the generator would read of the method, null where it refuses it; read once for all rules.</summary>
    public MethodModel? Model(Annotation annotation) =>
        _models.GetOrAdd(annotation.Method, _ => MethodParser.Parse(annotation, Compilation));

    private static HashSet<string> Names(Compilation compilation)
    {
        // Not the token of whoever asks first: a Lazy would keep its cancellation for good.
        var trees = OurCode.OtherTrees(compilation).ToList();
        var facts = trees.ConvertAll(static t => TreeFacts.Of(t, CancellationToken.None));
        var attributes = TreeFacts.AttributeNames(facts);
        var names = TreeFacts.AnnotatedNames(facts);
        names.UnionWith(facts.Zip(trees, (f, tree) => f.LocalFunctions(tree, attributes)).SelectMany(static names => names));
        names.UnionWith(ReferencedNames.Of(compilation, CancellationToken.None));
        return names;
    }

    /// <summary>The rules have looked at an annotated method; what they hold against it comes as a report of its own.</summary>
    public void Declared(Annotation annotation, MethodRefusal refusal, Location at) => _coverage?.Add(annotation, refusal, at);

    /// <summary>The rules have looked at a call, and it leaves a record.</summary>
    public void Recorded(IMethodSymbol method, Location at) => _coverage?.Add(method, "direct", at);

    /// <summary>The rules have looked at a place that reaches a method which records itself, however it is reached.</summary>
    public void RecordsItself(IMethodSymbol method, Location at) => _coverage?.Add(method, "callee", at);

    /// <param name="arguments">Of the message; members as such.</param>
    public void Report(
        Action<Diagnostic> sink, DiagnosticDescriptor rule, Location location, CancellationToken cancellationToken, params object[] arguments)
    {
        if (_coverage is not null)
        {
            _coverage.Add(rule, location, arguments);
        }
        else if (!_silent || IsSetByName(rule.Id, location.SourceTree, cancellationToken))
        {
            // Where the members of the message stand, in their order: a fix may have to change another one than the one that is marked.
            var members = arguments.OfType<IMethodSymbol>().Select(static m => m.Locations[0]);
            sink(Diagnostic.Create(rule, location, members, Display.All(arguments)));
        }
    }

    /// <summary>Whether an .editorconfig, a global config or the project names this very rule: that outranks the family's switch.</summary>
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
