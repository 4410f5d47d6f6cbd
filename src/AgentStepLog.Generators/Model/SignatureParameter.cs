using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Model;

/// <summary>A parameter as generated code declares it. Defaults and other attributes only matter at the call, so they are left out.</summary>
/// <param name="Name">The name as C# writes it: <c>@event</c>.</param>
/// <param name="Type">The type, fully qualified, with tuple names as declared.</param>
/// <param name="RefKind">How it is passed.</param>
/// <param name="IsScoped">Whether <c>scoped</c> must be written. A <c>params</c> span is scoped without it.</param>
/// <param name="IsUnscoped">Whether the parameter has <c>[UnscopedRef]</c>.</param>
internal sealed record SignatureParameter(string Name, string Type, RefKind RefKind, bool IsScoped, bool IsUnscoped)
{
    /// <summary>The attributes for trimming. The text ends with a space if there are any.</summary>
    public string Marks { get; init; } = "";
}
