using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Emission;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing.DataAnnotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Makes the model of an annotated method.</summary>
internal static class MethodParser
{
    /// <inheritdoc cref="Parse(Annotation, IMethodSymbol, Compilation)"/>
    public static MethodModel? Parse(Annotation annotation, Compilation compilation) => Parse(annotation, annotation.Method, compilation);

    /// <summary>The model; null if the method is refused (<see cref="MethodSupport"/>).</summary>
    /// <param name="method">The annotated method, or an override of it with another signature.</param>
    public static MethodModel? Parse(Annotation annotation, IMethodSymbol method, Compilation compilation)
    {
        if (MethodSupport.Check(method, compilation, out var reach) != MethodRefusal.None
            || ReturnShapes.Of(method, out var result) is not { } shape)
        {
            return null;
        }

        var naming = TypeNaming.Outside(method, annotated: true);
        var values = new ValueParser(compilation, naming);
        var signature = Signatures.Outside(method, naming);
        var parameters = method.Parameters.Select(p => Parameter(method, p, annotation.Method.Parameters[p.Ordinal].Name, signature.Parameters[p.Ordinal], values, compilation)).ToEquatableArray();
        var offer = annotation.Kind == RecordedKind.Llm ? MessageLibrary.Of(compilation)?.OfferIn(method) : null;
        ITypeSymbol? item = null;
        var lazy = result is null ? LazyShape.None : LazyShapes.Of(result, out item);
        return new MethodModel
        {
            Type = Containing(method.ContainingType, GeneratedNames.WrapperClass(method.ContainingType, compilation), compilation),
            Kind = annotation.Kind,
            Name = method.Name,
            EscapedName = TypeNames.Escape(method.Name),
            WrapperName = GeneratedNames.Wrapper(method, compilation),
            StepName = StepNames.Of(annotation),
            ExplicitName = annotation.Argument("Name"),
            ExplicitDescription = annotation.Argument("Description"),
            Effect = annotation.Member("Effect", orDefault: false),
            Capture = annotation.Member("Capture", orDefault: true),
            OnLogFailure = annotation.Member("OnLogFailure", orDefault: true),
            Model = annotation.Argument("Model"),
            Provider = annotation.Argument("Provider"),
            Reach = reach,
            Signature = signature,
            InnerSignature = reach == MemberReach.Bridge ? Signatures.Inside(method) : null,
            Callee = CalleeParser.Parse(method),
            IsObsolete = IsObsolete(method),
            HasObsoleteValues = method.Parameters.Select(p => p.Type).Append(method.ReturnType).Any(Warnings.NamesObsolete),
            ExperimentalIds = Warnings.ExperimentalIds(Named(method)),
            Id = method.GetDocumentationCommentId() ?? "",
            Replaces = Replaced(method),
            ReturnShape = shape,
            Lazy = lazy,
            Result = result is null ? null : lazy is LazyShape.None or LazyShape.Stream ? values.Parse(result) : values.ParseItems(result, item),
            ResultSensitiveKind = SensitiveKind(method, m => m.GetReturnTypeAttributes()),
            Parameters = parameters,
            Log = LogFinder.Of(method.ContainingType, method.IsStatic, compilation, naming),
            Usage = annotation.Kind == RecordedKind.Llm && result is not null ? UsageFinder.Of(method, item ?? result, compilation) : null,
            Offer = offer,
            Shapes = values.Shapes with { Offer = offer },
            Description = annotation.Kind == RecordedKind.Tool ? Docs.OfTool(method, CancellationToken.None) : Docs.Of(method, CancellationToken.None),
            ReturnsDescription = Docs.OfReturn(method, CancellationToken.None),
        };
    }

    private static ParameterModel Parameter(IMethodSymbol method, IParameterSymbol parameter, string name, SignatureParameter declared, ValueParser values, Compilation compilation)
    {
        var injection = Injections.Of(parameter, compilation);
        var value = injection is null ? values.Parse(parameter.Type) : values.Unread(parameter.Type);
        return new ParameterModel
        {
            Name = name,
            Declared = declared,
            DefaultLiteral = DefaultLiterals.Of(parameter),
            ToolDefault = ToolDefaults.Literal(parameter),
            DefaultJson = JsonDefaults.OfTool(parameter),
            Constraints = ConstraintParser.Of(method, parameter, value),
            IsParams = parameter.IsParams,
            IsCallerInfo = IsCallerInfo(parameter),
            Injection = injection,
            IsService = parameter.RefKind is RefKind.None or RefKind.In && injection is null && (AmbientTypes.Is(parameter.Type) || IsService(method, parameter, value, values)),
            SensitiveKind = SensitiveKind(method, m => m.Parameters[parameter.Ordinal].GetAttributes()),
            Value = value,
            Description = Docs.Of(parameter, CancellationToken.None),
        };
    }

    private static bool IsService(IMethodSymbol method, IParameterSymbol parameter, ValueModel value, ValueParser values) =>
        value.Kind is ValueKind.Object or ValueKind.Opaque
        && (((parameter.Type.TypeKind is TypeKind.Interface or TypeKind.Delegate || parameter.Type.IsAbstract) && !DerivedTypes.Has(parameter.Type))
            || IsOfFramework(method, value, values));

    // A framework that offers the method to a model passes its own request, server or kernel besides the model's arguments. That is no argument of the tool,
    // and each record would contain all of it.
    private static bool IsOfFramework(IMethodSymbol method, ValueModel value, ValueParser values) =>
        FrameworkAttributes.OfferAsTool(method) && !new Readability(values.Shapes, recorded: false).CanRead(value);

    private static bool IsCallerInfo(IParameterSymbol parameter) => parameter.GetAttributes().Any(a => a.AttributeClass is
    {
        Name: "CallerMemberNameAttribute" or "CallerLineNumberAttribute" or "CallerFilePathAttribute" or "CallerArgumentExpressionAttribute",
        ContainingNamespace: { Name: "CompilerServices", ContainingNamespace: { Name: "Runtime", ContainingNamespace.Name: "System" } },
    });

    /// <summary>Whether code that calls the method must be obsolete itself, so that the compiler does not warn in it.</summary>
    public static bool IsObsolete(IMethodSymbol method) =>
        Named(method).Concat(method.Parameters.Select(p => p.Type)).Append(method.ReturnType).Any(Warnings.IsObsolete);

    /// <summary>The symbols that are named by code with a method of the same signature that calls this one.</summary>
    public static IEnumerable<ISymbol> Named(IMethodSymbol method) => method.Parameters.Cast<ISymbol>()
        .Prepend(method)
        .Concat(TypeNaming.TypeParameters(method).SelectMany(p => p.ConstraintTypes));

    public static ContainingType Containing(INamedTypeSymbol type, string wrapperClass, Compilation compilation)
    {
        var levels = new List<INamedTypeSymbol>();
        for (var t = type; t is not null; t = t.ContainingType)
        {
            levels.Insert(0, t);
        }

        var space = type.ContainingNamespace;
        return new ContainingType
        {
            FullName = TypeNames.Plain(type),
            GlobalName = TypeNames.Oblivious(type),
            Namespace = space.IsGlobalNamespace ? "" : space.ToDisplayString(
                SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            Name = type.Name,
            WrapperClass = wrapperClass,
            TableClass = GeneratedNames.TableClass(type),
            IsPublic = TypeNames.IsPublic(type),
            IsObsolete = Warnings.IsObsolete(type),
            IsStatic = type.IsStatic,
            IsValueType = type.IsValueType,
            IsInterface = type.TypeKind == TypeKind.Interface,
            IsPartial = Ownership.IsOpen(type, compilation),
            Bases = Bases(type),
            Declarations = levels.Select(t => new TypeDeclaration(Keyword(t), Declared(t))).ToEquatableArray(),
        };
    }

    private static string Declared(INamedTypeSymbol type) => TypeNames.Escape(type.Name)
        + SignatureText.TypeArguments(type.TypeParameters.Select(p => TypeNames.Escape(p.Name)));

    private static EquatableArray<string> Bases(INamedTypeSymbol type)
    {
        var bases = type.AllInterfaces.Select(TypeNames.Plain).OrderBy(n => n, System.StringComparer.Ordinal).ToList();
        for (var (t, i) = (type.BaseType, 0); t is not null and not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType }; t = t.BaseType)
        {
            bases.Insert(i++, TypeNames.Plain(t));
        }

        return bases.ToEquatableArray();
    }

    // A sensitive parameter or result of a base class or an interface is sensitive in each implementation.
    private static string? SensitiveKind(IMethodSymbol method, System.Func<IMethodSymbol, IEnumerable<AttributeData>> attributes) =>
        BaseMembers.Of(method).Prepend(method).Select(m => Annotations.SensitiveKind(attributes(m))).FirstOrDefault(kind => kind is not null);

    private static EquatableArray<string> Replaced(IMethodSymbol method) => BaseMembers.Of(method)
        .Select(m => m.GetDocumentationCommentId() ?? "")
        .Distinct()
        .OrderBy(id => id, System.StringComparer.Ordinal)
        .ToEquatableArray();

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };
}
