using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using AgentStepLog.Generators.Analyzers;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>
/// ASL1002: adds a <c>&lt;param&gt;</c> element for every parameter of the declaration that has no description, or fills an empty one.
/// Only the author knows the description, so the fix inserts a placeholder, which ASL1003 reports. Where the compiler checks documentation, it warns about a
/// parameter without an element beside others that have one (CS1573), so the fix adds elements for the other parameters, too.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddParamElementsFix))]
[Shared]
public sealed class AddParamElementsFix : CodeFixProvider
{
    private const string Title = "Add <param> for every parameter without a description";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.ParameterHasNoDescription.Id];

    /// <summary>One edit for each declaration, however many of its parameters are reported.</summary>
    public override FixAllProvider GetFixAllProvider()
        => FixAllProvider.Create(static async (context, document, diagnostics)
            => await FixAsync(document, diagnostics.Select(static d => d.Location.SourceSpan), context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var changes = await ChangesAsync(context.Document, [context.Span], context.CancellationToken).ConfigureAwait(false);
        if (changes.Count > 0)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, token => FixAsync(context.Document, [context.Span], token), equivalenceKey: Title),
                context.Diagnostics);
        }
    }

    private static async Task<Document> FixAsync(Document document, IEnumerable<TextSpan> spans, CancellationToken cancellationToken)
    {
        var changes = await ChangesAsync(document, spans, cancellationToken).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes));
    }

    private static async Task<IReadOnlyList<TextChange>> ChangesAsync(
        Document document, IEnumerable<TextSpan> spans, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return [];
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return [.. spans
            .Select(span => root.FindNode(span).FirstAncestorOrSelf<ParameterSyntax>()?.FirstAncestorOrSelf<MemberDeclarationSyntax>())
            .OfType<MemberDeclarationSyntax>()
            .Distinct()
            .OrderBy(static declaration => declaration.SpanStart)
            .SelectMany(declaration => ParamElements.Missing(text, declaration, Parameters(declaration, model, cancellationToken)))];
    }

    /// <summary>Each parameter in order, with the text for its element.</summary>
    private static IReadOnlyList<(string Name, string? Words)> Parameters(
        MemberDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        var list = declaration switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList,
            TypeDeclarationSyntax type => type.ParameterList,
            _ => null,
        };
        var areChecked = declaration.SyntaxTree.Options.DocumentationMode == DocumentationMode.Diagnose;
        return list is null
            ? []
            : [.. list.Parameters.Select(parameter => (
                parameter.Identifier.ValueText,
                model.GetDeclaredSymbol(parameter, cancellationToken) is { } symbol ? Words(symbol, areChecked, model.Compilation, cancellationToken) : null))];
    }

    private static string? Words(IParameterSymbol parameter, bool areChecked, Compilation compilation, CancellationToken cancellationToken)
        => ParameterDescriptionAnalyzer.Lacks(parameter, compilation, cancellationToken) ? Placeholder.For(parameter.Name)
            : !areChecked ? null
            : parameter.Type is { Name: "CancellationToken", ContainingNamespace.Name: "Threading" } ? "Cancels the call."
            : Docs.Of(parameter, cancellationToken) is { } text ? new XText(text).ToString().Replace("\r", "").Replace("\n", " ")
            : Placeholder.For(parameter.Name);
}
