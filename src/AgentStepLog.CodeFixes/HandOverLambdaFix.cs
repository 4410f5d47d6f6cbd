using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AgentStepLog.Generators.Diagnostics;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AgentStepLog.CodeFixes;

/// <summary>ASL2001: passes a lambda that calls the method, so that the call in it is recorded.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandOverLambdaFix))]
[Shared]
public sealed class HandOverLambdaFix : CodeFixProvider
{
    private const string Title = "Hand over a lambda that calls the method";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.MethodGroupIsHandedOver.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ChangeAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is { } change)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    async token => context.Document.WithText((await context.Document.GetTextAsync(token).ConfigureAwait(false)).WithChanges(change)),
                    equivalenceKey: Title),
                context.Diagnostics);
        }
    }

    private static async Task<TextChange?> ChangeAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var name = root?.FindNode(span, getInnermostNodeForTie: true) as ExpressionSyntax;
        var group = name?.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (group is null
            || model?.GetOperation(group, cancellationToken) is not IMethodReferenceOperation reference
            || reference.Parent is not IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke }, Parent: { } user } creation
            || user is IEventAssignmentOperation // a lambda could not be removed from an event again
            || MethodGroups.GoesWhereAnyDelegateDoes(reference)
            || !IsSameWhenReadLater(reference.Instance))
        {
            return null;
        }

        var names = Names(reference.Method, group, model);
        var mustHaveTypes = invoke.Parameters.Any(static p => p.RefKind != RefKind.None) || IsInferredFrom(creation, user, model);
        if (mustHaveTypes && invoke.Parameters.Any(static p => p.Type.IsAnonymousType))
        {
            return null;
        }

        var parameters = invoke.Parameters.Select((p, i) => mustHaveTypes ? Keyword(p.RefKind, declared: true) + Type(p.Type, model, span) + " " + names[i] : names[i]).ToList();
        var arguments = reference.Method.Parameters.Select((p, i) => Keyword(p.RefKind, declared: false) + names[i]);
        var head = parameters.Count == 1 && !mustHaveTypes ? parameters[0] : "(" + string.Join(", ", parameters) + ")";
        if (TypeArguments(reference.Method, name!, model, span) is not { } typeArguments)
        {
            return null;
        }

        var lambda = $"{head} => {group.WithoutTrivia()}{typeArguments}({string.Join(", ", arguments)})";
        return new TextChange(group.Span, group.Parent is CastExpressionSyntax or MemberAccessExpressionSyntax ? "(" + lambda + ")" : lambda);
    }

    /// <summary>
    /// A method group evaluates its receiver once, and a lambda at each call. The two are equivalent only where the evaluation has no cost and no
    /// effects. A method group boxes a struct, where a lambda would share it.
    /// </summary>
    private static bool IsSameWhenReadLater(IOperation? receiver) => receiver switch
    {
        null => true,
        { Syntax: BaseExpressionSyntax } => false,
        { Type.IsReferenceType: false } => false,
        IInstanceReferenceOperation => true,
        IParameterReferenceOperation parameter => parameter.Parameter.RefKind == RefKind.None,
        ILocalReferenceOperation local => local.Local.RefKind == RefKind.None,
        IFieldReferenceOperation field => IsSameWhenReadLater(field.Instance),
        IPropertyReferenceOperation { Property: { IsReadOnly: true, Parameters.Length: 0 } } property => IsSameWhenReadLater(property.Instance),
        IConversionOperation { IsImplicit: true } conversion => IsSameWhenReadLater(conversion.Operand),
        _ => false,
    };

    /// <summary>Whether the method's types determine another type: that of a <c>var</c>, a type argument, or the delegate itself in a cast to <c>Delegate</c>.</summary>
    private static bool IsInferredFrom(IDelegateCreationOperation creation, IOperation user, SemanticModel model) => user switch
    {
        _ when creation.Syntax is CastExpressionSyntax cast => model.GetTypeInfo(cast.Type).Type is { TypeKind: not TypeKind.Delegate },
        _ when MethodGroups.SaysItsType(creation) => false,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Parent.Syntax: VariableDeclarationSyntax { Type.IsVar: true } } } => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsGenericMethod: true } } => true,
        _ => false,
    };

    private static List<string> Names(IMethodSymbol method, ExpressionSyntax group, SemanticModel model)
    {
        var taken = new HashSet<string>(model.LookupSymbols(group.SpanStart)
            .Where(static s => s is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
            .Select(static s => s.Name));
        taken.UnionWith(group.DescendantTokens().Select(static t => t.ValueText));
        var names = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            var name = parameter.Name;
            for (var n = 2; !taken.Add(name); n++)
            {
                name = parameter.Name + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            names.Add(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name);
        }

        return names;
    }

    /// <summary>
    /// The type arguments that the method group inferred and a call may not infer; empty where they are written or not needed; null if one has no name.
    /// </summary>
    private static string? TypeArguments(IMethodSymbol method, ExpressionSyntax name, SemanticModel model, TextSpan at)
    {
        if (!method.IsGenericMethod || name is GenericNameSyntax)
        {
            return "";
        }

        return method.TypeArguments.Any(static t => t.IsAnonymousType)
            ? null
            : "<" + string.Join(", ", method.TypeArguments.Select(t => Type(t, model, at))) + ">";
    }

    private static string Type(ITypeSymbol type, SemanticModel model, TextSpan at) => type.ToMinimalDisplayString(
        model, at.Start, SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private static string Keyword(RefKind kind, bool declared) => kind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.RefReadOnlyParameter when declared => "ref readonly ",
        _ => "in ",
    };
}
