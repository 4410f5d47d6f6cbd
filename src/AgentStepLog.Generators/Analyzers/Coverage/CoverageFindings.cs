using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers.Coverage;

/// <summary>Gathers what the rules find, from any thread, and makes the report of it.</summary>
internal sealed class CoverageFindings(Compilation compilation, Settings settings)
{
    private readonly ConcurrentQueue<CoverageMethod> _methods = new();
    private readonly ConcurrentQueue<(IMethodSymbol Method, Location At, string Route, string? Rule, string? Reason)> _calls = new();

    /// <summary>An annotated method.</summary>
    public void Add(Annotation annotation, MethodRefusal refusal, Location at)
    {
        var isRefused = refusal != MethodRefusal.None;
        var tool = annotation.Kind == RecordedKind.Tool
            && MethodParser.Parse(annotation, compilation) is { } model
            && ToolTables.Refusal(model) is null
                ? model.StepName
                : null;
        var (file, line) = CallPlaces.Of(at, settings);
        _methods.Enqueue(new CoverageMethod(
            NameOf(annotation.Method),
            annotation.Kind switch { RecordedKind.Tool => "tool", RecordedKind.Llm => "llm", _ => "agent" },
            tool,
            file,
            line,
            isRefused ? "refused" : CalleeOwned.IsDeclared(annotation.Method) ? "callee" : "recorded",
            isRefused ? Descriptors.MethodIsNotRecorded.Id : null,
            isRefused ? Reasons.Sentence(refusal) : null));
    }

    /// <summary>A call that is recorded.</summary>
    public void Add(IMethodSymbol method, string route, Location at) => _calls.Enqueue((method, at, route, null, null));

    /// <summary>What a rule reports: a hole, but for ASL2004, which speaks of a method.</summary>
    public void Add(DiagnosticDescriptor rule, Location at, object[] arguments)
    {
        if (rule.Id == Descriptors.MethodIsNotRecorded.Id)
        {
            return;
        }

        var methods = arguments.OfType<IMethodSymbol>().ToList();
        var annotated = methods.Select(Annotations.Of).FirstOrDefault(static a => a is not null)?.Method ?? methods[0];
        var reason = rule.Id == Descriptors.CallIsNotRecorded.Id
            ? (string)arguments[1]
            : string.Format(CultureInfo.InvariantCulture, rule.MessageFormat.ToString(CultureInfo.InvariantCulture), Display.All(arguments));
        _calls.Enqueue((annotated, at, "hole", rule.Id, reason));
    }

    public CoverageReport Report(CancellationToken cancellationToken)
    {
        // A framework's generator that writes its calls into this compilation: each of them is named where it stands, and not once more at the method.
        var named = new HashSet<IMethodSymbol>(_calls.Where(static c => c.Reason == CallAnalyzer.WrittenByOthers).Select(static c => c.Method), SymbolEqualityComparer.Default);
        return new(compilation.AssemblyName ?? "", _methods, _calls
            .Where(c => c.Rule != Descriptors.FrameworkFindsTheMethod.Id || !named.Contains(c.Method) || !FrameworkAttributes.HasGeneratedCalls(c.Method))
            .Select(call =>
            {
                var (file, line) = CallPlaces.Of(call.At, settings);
                var column = call.At.GetMappedLineSpan().StartLinePosition.Character + 1;
                return new CoverageCall(NameOf(call.Method), file, line, column, Member(call.At, cancellationToken), call.Route, call.Rule, call.Reason);
            }));
    }

    private string Member(Location at, CancellationToken cancellationToken)
    {
#pragma warning disable RS1030 // The rules know only the place; asked once per finding, and only when the report is written.
        var model = compilation.GetSemanticModel(at.SourceTree!);
#pragma warning restore RS1030
        return CallPlaces.Member(model.GetEnclosingSymbol(at.SourceSpan.Start, cancellationToken));
    }

    private static string NameOf(IMethodSymbol method)
        => method.ContainingType is { } type ? TypeNames.Plain(type) + "." + method.Name : method.Name;
}
