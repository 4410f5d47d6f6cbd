using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators;

/// <summary>Wires annotated methods into the step log: wrappers, bridges and value writers, and interceptors at their calls.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class StepLogGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => SettingsParser.Parse(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Settings);

        // Syntax only, on every keystroke; what follows runs for the rows that are new.
        var rows = context.CompilationProvider.Combine(settings)
            .SelectMany(static (input, cancellation) => Discovery.Rows(input.Left, input.Right, cancellation))
            .WithTrackingName(TrackingNames.Rows);

        var methods = rows
            .Select(static (row, cancellation) => Discovery.Methods(row, cancellation))
            .WithTrackingName(TrackingNames.Methods);

        var types = methods.Collect()
            .SelectMany(static (files, _) => Grouping.ByType(files))
            .WithTrackingName(TrackingNames.Types);

        var shapes = types.Collect()
            .Select(static (all, _) => WritersEmitter.Merge(all.SelectMany(t => t.Methods).Select(m => m.Shapes)))
            .WithTrackingName(TrackingNames.Shapes);

        var calls = rows
            .Select(static (row, cancellation) => Discovery.Calls(row, cancellation))
            .WithTrackingName(TrackingNames.Calls);

        context.RegisterSourceOutput(types.Combine(settings), static (output, input) =>
            output.AddSource(WrapperEmitter.HintName(input.Left), WrapperEmitter.Emit(input.Left, input.Right)));

        context.RegisterSourceOutput(shapes, static (output, all) =>
        {
            if (all.Objects.Count + all.Enums.Count > 0)
            {
                output.AddSource(WritersEmitter.HintName, WritersEmitter.Emit(all));
            }
        });

        context.RegisterImplementationSourceOutput(calls, static (output, file) =>
        {
            if (file.Calls.Count > 0)
            {
                output.AddSource(InterceptorEmitter.HintName(file), InterceptorEmitter.Emit(file));
            }
        });

        context.RegisterImplementationSourceOutput(settings, static (output, _) =>
            output.AddSource(InterceptorEmitter.MarkerHintName, InterceptorEmitter.EmitMarker()));
    }
}
