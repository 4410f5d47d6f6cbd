using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentStepLog.Generators.Parsing;

/// <summary>
/// Methods of C# 14 extension blocks. The compiler implements each by a static method of the class around the block, with
/// the receiver as its first parameter and with the same attributes. The static method is recorded, whichever of the two a call names.
/// </summary>
internal static class ExtensionBlocks
{
    // The compiler version of this build knows C# 14 as a preview, does not have this member, and intercepts no call of a block's method.
    private static readonly Func<IMethodSymbol, IMethodSymbol?>? s_implementation =
        typeof(IMethodSymbol).GetProperty("AssociatedExtensionImplementation")?.GetMethod is { } getter
            ? (Func<IMethodSymbol, IMethodSymbol?>)Delegate.CreateDelegate(typeof(Func<IMethodSymbol, IMethodSymbol?>), getter)
            : null;

    /// <summary>The static method that implements a member of a block; any other method itself.</summary>
    public static IMethodSymbol Carrier(IMethodSymbol method) =>
        IsMember(method) && s_implementation?.Invoke(method.OriginalDefinition) is { } carrier ? carrier : method;

    /// <summary>Whether the method is declared in an extension block.</summary>
    public static bool IsMember(IMethodSymbol method) => method.ContainingType is { IsExtension: true };

    /// <summary>Whether extension blocks allow recording the method.</summary>
    /// <param name="method">A method that <see cref="Carrier"/> returned.</param>
    public static MethodRefusal Check(IMethodSymbol method)
    {
        if (IsMember(method))
        {
            return MethodRefusal.ExtensionBlock;
        }

        return !method.IsImplicitlyDeclared ? MethodRefusal.None
            : s_implementation is null ? MethodRefusal.ExtensionBlock
            // The static method may also implement an accessor or an operator.
            : method.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is MethodDeclarationSyntax) ? MethodRefusal.None
            : MethodRefusal.NotOrdinary;
    }
}
