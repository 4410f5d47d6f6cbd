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

/// <summary>Collects the findings of the rules, from any thread, and makes the report.</summary>
internal sealed class CoverageFindings(Compilation compilation, Settings settings)
{
    private readonly ConcurrentQueue<CoverageMethod> _methods = new();
    private readonly ConcurrentQueue<(IMethodSymbol Method, Location At, string Route, string? Rule, string? Reason)> _calls = new();

    /// <summary>Adds an annotated method.</summary>
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

    /// <summary>Adds a call that is recorded.</summary>
    public void Add(IMethodSymbol method, string route, Location at) => _calls.Enqueue((method, at, route, null, null));

    /// <summary>Adds the finding of a rule as a hole. ASL2004 is none, since it is about a method.</summary>
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
        // Where a framework's generator writes its calls into this compilation, each call is reported at its own place, so the method is not reported again.
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
#pragma warning disable RS1030 // A finding stores only its location, so its model is made again here: once for each, and only when the report is written.
        var model = compilation.GetSemanticModel(at.SourceTree!);
#pragma warning restore RS1030
        return CallPlaces.Member(model.GetEnclosingSymbol(at.SourceSpan.Start, cancellationToken));
    }

    private static string NameOf(IMethodSymbol method)
        => method.ContainingType is { } type ? TypeNames.Plain(type) + "." + method.Name : method.Name;
}
