using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Makes the <see cref="LogModel"/> of a <c>[StepLog] partial class</c>.</summary>
internal static class LogParser
{
    public const string Attribute = "AgentStepLog.StepLogAttribute";

    /// <summary>The model; null where <see cref="StepLogClasses"/> refuses the class.</summary>
    public static LogModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type || StepLogClasses.Refusal(type, cancellationToken) is not null)
        {
            return null;
        }

        return new LogModel
        {
            FullName = TypeNames.Plain(type),
            FileName = GeneratedNames.Mangle(TypeNames.Plain(type)),
            Namespace = type.ContainingNamespace.IsGlobalNamespace
                ? ""
                : type.ContainingNamespace.ToDisplayString(s_namespace),
            Name = TypeNames.Escape(type.Name),
            Declarations = Declarations(type),
            IsVisibleOutside = IsVisibleOutside(type),
            Types = Sorted(Types(context.Attributes[0]).Select(TypeNames.Plain)),
            Referenced = Referenced(Types(context.Attributes[0]), context.SemanticModel.Compilation),
            TakenNames = Sorted(Names(type).Concat(Names(context.SemanticModel.Compilation.GetTypeByMetadataName("AgentStepLog.StepLog")))),
            TakenSignatures = Sorted(type.GetMembers().OfType<IMethodSymbol>().Where(static m => !m.IsImplicitlyDeclared).Select(Signature)),
            StepMembers = Sorted(StepMembers(context.SemanticModel.Compilation)),
        };
    }

    private static readonly SymbolDisplayFormat s_namespace = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static EquatableArray<TypeDeclaration> Declarations(INamedTypeSymbol type)
    {
        var levels = new List<TypeDeclaration>();
        for (var t = type; t is not null; t = t.ContainingType)
        {
            var keyword = t switch
            {
                { TypeKind: TypeKind.Interface } => "interface",
                { IsRecord: true, IsValueType: true } => "record struct",
                { IsRecord: true } => "record",
                { IsValueType: true } => "struct",
                _ => "class",
            };
            levels.Insert(0, new TypeDeclaration(keyword, TypeNames.Escape(t.Name)));
        }

        return levels.ToEquatableArray();
    }

    private static bool IsVisibleOutside(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<INamedTypeSymbol> Types(AttributeData attribute) =>
        attribute.ConstructorArguments
            .SelectMany(static a => a is { Kind: TypedConstantKind.Array } ? a.IsNull ? [] : a.Values : [a])
            .Select(static v => v.Value)
            .OfType<INamedTypeSymbol>();

    // The project's own types come from its sources. Only types of references that the attribute names are read here.
    private static EquatableArray<TypeModel> Referenced(IEnumerable<INamedTypeSymbol> types, Compilation compilation) => Grouping.ByType(types
        .Where(t => !Ownership.IsOwn(t, compilation))
        .Select(t => t.GetMembers()
            .OfType<IMethodSymbol>()
            .Select(Annotations.OwnOf)
            .OfType<Annotation>()
            .Select(a => MethodParser.Parse(a, compilation))
            .OfType<MethodModel>()
            .ToEquatableArray()))
        .ToEquatableArray();

    private static IEnumerable<string> StepMembers(Compilation compilation)
    {
        foreach (var record in new[] { "AgentStepLog.ToolCallStep", "AgentStepLog.LlmCallStep", "AgentStepLog.AgentCallStep" })
        {
            for (var t = compilation.GetTypeByMetadataName(record); t is not null; t = t.BaseType)
            {
                foreach (var name in Names(t))
                {
                    yield return name;
                }
            }
        }

        yield return "Clone";                           // a record may have no member of this name
        yield return "Output";                          // the typed step's own property
    }

    private static IEnumerable<string> Names(INamedTypeSymbol? type) =>
        type is null
            ? []
            : type.GetMembers()
                .Where(static m => m.DeclaredAccessibility is not (Accessibility.Internal or Accessibility.ProtectedAndInternal) || m.Locations[0].IsInSource)
                .Select(static m => m.Name)
                .Where(static n => n.Length > 0 && n[0] != '.' && n[0] != '<');

    private static string Signature(IMethodSymbol method) =>
        (method.MethodKind == MethodKind.Constructor ? ".ctor" : method.Name)
        + "(" + string.Join(",", method.Parameters.Select(static p => TypeNames.Plain(p.Type.WithNullableAnnotation(NullableAnnotation.None)))) + ")";

    private static EquatableArray<string> Sorted(IEnumerable<string> names) =>
        names.Distinct(StringComparer.Ordinal).OrderBy(static n => n, StringComparer.Ordinal).ToEquatableArray();
}
