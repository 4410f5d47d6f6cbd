using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Methods of C# 14 extension blocks. The compiler carries each out by a static method of the class around the block, which takes
/// the receiver as its first parameter and bears the same attributes: that one is recorded, whichever of the two a call names.
/// </summary>
internal static class ExtensionBlocks
{
    // The compiler that this is built against knows C# 14 as a preview, has no such member, and intercepts no call of a block's method.
    private static readonly Func<IMethodSymbol, IMethodSymbol?>? s_implementation =
        typeof(IMethodSymbol).GetProperty("AssociatedExtensionImplementation")?.GetMethod is { } getter
            ? (Func<IMethodSymbol, IMethodSymbol?>)Delegate.CreateDelegate(typeof(Func<IMethodSymbol, IMethodSymbol?>), getter)
            : null;

    /// <summary>The static method that carries out a member of a block; any other method as it is.</summary>
    public static IMethodSymbol Carrier(IMethodSymbol method) =>
        IsMember(method) && s_implementation?.Invoke(method.OriginalDefinition) is { } carrier ? carrier : method;

    /// <summary>Whether the method is declared in an extension block.</summary>
    public static bool IsMember(IMethodSymbol method) => method.ContainingType is { IsExtension: true };

    /// <summary>Whether the method can be recorded as far as blocks are concerned.</summary>
    /// <param name="method">A <see cref="Carrier"/>.</param>
    public static MethodRefusal Check(IMethodSymbol method)
    {
        if (IsMember(method))
        {
            return MethodRefusal.ExtensionBlock;
        }

        return !method.IsImplicitlyDeclared ? MethodRefusal.None
            : s_implementation is null ? MethodRefusal.ExtensionBlock
            // It may carry out an accessor or an operator too.
            : method.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is MethodDeclarationSyntax) ? MethodRefusal.None
            : MethodRefusal.NotOrdinary;
    }
}
