using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Finds the log that a type holds: a field or auto-property whose type is a step log, its own before inherited ones, or
/// a primary-constructor parameter of a partial class.
/// </summary>
internal static class LogFinder
{
    /// <param name="naming">How the wrapper names types; null for the names as declared.</param>
    public static LogAccess? Of(INamedTypeSymbol type, bool isStatic, Compilation compilation, TypeNaming? naming = null)
    {
        var nearer = new HashSet<string>(StringComparer.Ordinal);
        for (var t = type; t is not null; t = t.BaseType)
        {
            // Ordinal order, so that with two logs the order of files does not decide. A name that a nearer type hides would denote another member.
            foreach (var member in t.GetMembers().Where(m => !nearer.Contains(m.Name)).OrderBy(m => m.Name, StringComparer.Ordinal))
            {
                if (IsLog(member) && (member.IsStatic || !isStatic) && Access(member, type, compilation, naming ?? TypeNaming.Inside) is { } access)
                {
                    return access;
                }
            }

            nearer.UnionWith(t.MemberNames);
        }

        return isStatic || !Ownership.IsOpen(type, compilation) ? null : Parameter(type, naming ?? TypeNaming.Inside);
    }

    /// <summary>
    /// A log that the type holds and that generated code cannot reach; null if it holds none. Call this where
    /// <see cref="Of"/> finds nothing (ASL2007).
    /// </summary>
    public static ISymbol? OutOfReach(IMethodSymbol method)
    {
        var type = method.ContainingType;
        for (var t = type; t is not null; t = t.BaseType)
        {
            var found = t.GetMembers().OrderBy(m => m.Name, StringComparer.Ordinal).FirstOrDefault(m =>
                (m.IsStatic || !method.IsStatic)
                && (SymbolEqualityComparer.Default.Equals(t, type) || m.DeclaredAccessibility != Accessibility.Private)
                && m is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol { IsIndexer: false, GetMethod: not null }
                && Annotations.IsStepLog(MemberSymbols.TypeOf(m)));
            if (found is not null)
            {
                return found;
            }
        }

        return method.IsStatic
            ? null
            : type.InstanceConstructors
                .Where(c => c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax))
                .SelectMany(c => c.Parameters)
                .FirstOrDefault(p => Annotations.IsStepLog(p.Type));
    }

    private static bool IsLog(ISymbol member) => member switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false, IsConst: false } field => Annotations.IsStepLog(field.Type),

        // The wrapper calls the getter without a try block, so it must not be user code that may throw.
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property =>
            Annotations.IsStepLog(property.Type)
            && (MemberSymbols.IsAuto(property) || property.DeclaringSyntaxReferences.Length == 0),
        _ => false,
    };

    private static LogAccess? Access(ISymbol member, INamedTypeSymbol type, Compilation compilation, TypeNaming naming)
    {
        var logType = MemberSymbols.TypeOf(member);
        ISymbol read = member is IPropertySymbol { GetMethod: { } getter } ? getter : member;
        MemberReach? reach =
            Visible.Is(read, compilation) ? MemberReach.Direct
            : Ownership.IsOpen(type, compilation) && compilation.IsSymbolAccessibleWithin(read, type) ? MemberReach.Bridge
            : CanAccess(member, logType, compilation) ? MemberReach.Accessor
            : null;
        return reach is null
            ? null
            : new LogAccess(
                TypeNames.Escape(member.Name),
                naming.Unannotated(logType),
                naming.Of(member.ContainingType),
                member is IFieldSymbol,
                member.IsStatic,
                reach.Value);
    }

    private static bool CanAccess(ISymbol member, ITypeSymbol logType, Compilation compilation) =>
        MethodSupport.HasUnsafeAccessor(compilation)
        && !member.ContainingType.IsStatic
        && !TypeNames.IsInGenericType(member.ContainingType)
        && member.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
        && Visible.Is(logType, compilation);

    private static LogAccess? Parameter(INamedTypeSymbol type, TypeNaming naming)
    {
        foreach (var declaration in type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).OfType<ClassDeclarationSyntax>())
        {
            if (declaration.ParameterList is null)
            {
                continue;
            }

            var constructor = type.InstanceConstructors.FirstOrDefault(c =>
                c.DeclaringSyntaxReferences.Any(r => r.GetSyntax() == declaration));
            var parameter = constructor?.Parameters.FirstOrDefault(p =>
                p.RefKind == RefKind.None && Annotations.IsStepLog(p.Type) && !IsGivenToBase(declaration, p.Name));
            if (parameter is not null)
            {
                return new LogAccess(
                    TypeNames.Escape(parameter.Name),
                    naming.Unannotated(parameter.Type),
                    naming.Of(type),
                    IsField: false,
                    IsStatic: false,
                    MemberReach.Bridge);
            }
        }

        return null;
    }

    // To capture a parameter that is also passed to the base constructor causes a warning in the user's file (CS9107).
    private static bool IsGivenToBase(ClassDeclarationSyntax declaration, string parameter) =>
        Arguments(declaration).Any(a => a.Expression is IdentifierNameSyntax { Identifier.ValueText: var name } && name == parameter);

    private static IEnumerable<ArgumentSyntax> Arguments(ClassDeclarationSyntax declaration) =>
        declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().SelectMany(b => b.ArgumentList.Arguments) ?? [];
}
