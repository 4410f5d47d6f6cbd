using System.Linq;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission;
using AgentStepLog.Generators.Emission.Manifest;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Emission.StepLogClass;
using AgentStepLog.Generators.Emission.Tables;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators;

/// <summary>Generates the code that records annotated methods: wrappers, bridges, value writers, interceptors at their calls, tool tables, and the typed log.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class StepLogGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var settings = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => SettingsParser.Parse(options.GlobalOptions))
            .WithTrackingName(TrackingNames.Settings);

        // Reads the syntax only, since it runs at every keystroke. The two steps after it bind the files whose results are not known yet.
        var sources = context.CompilationProvider.Combine(settings)
            .Select(static (input, cancellation) => Discovery.Sources(input.Left, input.Right, cancellation));

        var methods = sources
            .SelectMany(static (sources, cancellation) => Discovery.Methods(sources, cancellation))
            .WithTrackingName(TrackingNames.Methods);

        var types = methods
            .Select(static (bound, _) => bound.Methods)
            .Collect()
            .SelectMany(static (files, _) => Grouping.ByType(files))
            .WithTrackingName(TrackingNames.Types);

        var calls = sources
            .SelectMany(static (sources, cancellation) => Discovery.Calls(sources, cancellation))
            .WithTrackingName(TrackingNames.Calls);

        var interceptors = calls
            .Select(static (bound, _) => bound.File)
            .Collect()
            .SelectMany(static (files, _) => Grouping.Interceptors(files))
            .WithTrackingName(TrackingNames.Interceptors);

        // The methods that have no wrapper with their type. Each gets one wrapper, however many files call it.
        var called = calls
            .Select(static (bound, _) => bound.Called)
            .Collect()
            .SelectMany(static (files, _) => Grouping.ByType(files))
            .WithTrackingName(TrackingNames.CalledTypes);

        var given = calls
            .Select(static (bound, _) => bound.Given)
            .Collect();

        var shapes = types.Collect().Combine(called.Collect()).Combine(given)
            .Select(static (all, _) => WritersEmitter.Merge(all.Left.Left.Concat(all.Left.Right).SelectMany(t => t.Methods).Select(m => m.Shapes).Concat(all.Right)))
            .WithTrackingName(TrackingNames.Shapes);

        var tables = types.Collect()
            .SelectMany(static (all, _) => TableModel.Of(all))
            .WithTrackingName(TrackingNames.Tables);

        var logs = context.SyntaxProvider
            .ForAttributeWithMetadataName(LogParser.Attribute, static (node, _) => node is TypeDeclarationSyntax, LogParser.Parse)
            .Collect()
            .SelectMany(static (logs, _) => Grouping.WithFileNames(logs.OfType<LogModel>().ToList()))
            .WithTrackingName(TrackingNames.Logs);

        // Separate from the output, since a log has typed steps for the methods of its own types only.
        var typedLogs = logs.Combine(types.Collect())
            .Select(static (input, _) => new TypedLog(input.Left, TypedStepNames.Of(input.Left, input.Right).ToEquatableArray()))
            .WithTrackingName(TrackingNames.TypedLogs);

        var readers = types.Collect().Combine(logs.Collect())
            .Select(static (input, _) => ReadersEmitter.Emit(ReadDemand.Of(input.Left, input.Right)))
            .WithTrackingName(TrackingNames.Readers);

        var references = context.MetadataReferencesProvider
            .Select(static (reference, _) => ReferencedManifests.Of(reference))
            .Collect()
            .Select(static (all, _) => ReferencedManifests.Merge(all));

        var manifest = types.Collect()
            .Combine(methods.Select(static (bound, _) => bound.Refused).Collect())
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? ""))
            .Select(static (input, _) => ManifestEmitter.Section(input.Right, input.Left.Left, input.Left.Right.SelectMany(r => r)))
            .Combine(references)
            .Select(static (input, _) => input.Right.Where(r => r.Assembly != input.Left?.Assembly).Prepend(input.Left).OfType<ManifestSection>().ToEquatableArray())
            .WithTrackingName(TrackingNames.Manifest);

        context.RegisterSourceOutput(types.Select(static (type, _) => type.WithoutDetails()).Combine(settings), static (output, input) =>
            output.AddSource(WrapperEmitter.HintName(input.Left), WrapperEmitter.Emit(input.Left, input.Right)));

        context.RegisterSourceOutput(shapes, static (output, all) =>
        {
            if (all.Objects.Count + all.Enums.Count > 0 || all.HasAny || all.HasMessages)
            {
                output.AddSource(WritersEmitter.HintName, WritersEmitter.Emit(all));
            }
        });

        context.RegisterSourceOutput(tables, static (output, table) =>
            output.AddSource(ToolTableEmitter.HintName(table), ToolTableEmitter.Emit(table)));

        context.RegisterSourceOutput(readers, static (output, text) =>
        {
            if (text is not null)
            {
                output.AddSource(ReadersEmitter.HintName, text);
            }
        });

        context.RegisterSourceOutput(typedLogs, static (output, log) =>
            output.AddSource(StepLogEmitter.HintName(log.Log), StepLogEmitter.Emit(log.Log, log.Steps)));

        context.RegisterImplementationSourceOutput(called.Select(static (type, _) => type.WithoutDetails()).Combine(settings), static (output, input) =>
            output.AddSource(WrapperEmitter.HintName(input.Left), WrapperEmitter.Emit(input.Left, input.Right)));

        context.RegisterImplementationSourceOutput(interceptors, static (output, file) =>
            output.AddSource(InterceptorEmitter.HintName(file), InterceptorEmitter.Emit(file)));

        context.RegisterImplementationSourceOutput(manifest, static (output, sections) =>
        {
            if (sections.Count > 0)
            {
                output.AddSource(ManifestEmitter.HintName, ManifestEmitter.Emit(sections));
            }
        });

        context.RegisterImplementationSourceOutput(settings, static (output, _) =>
            output.AddSource(InterceptorEmitter.MarkerHintName, InterceptorEmitter.EmitMarker()));
    }
}
