using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Model;

/// <summary>A parameter as generated code declares it. Defaults and other attributes are the call site's business, and are left out.</summary>
/// <param name="Name">As C# writes it: <c>@event</c>.</param>
/// <param name="Type">Fully qualified; tuple names as declared.</param>
/// <param name="RefKind">How it is passed.</param>
/// <param name="IsScoped">Whether <c>scoped</c> must be written (a <c>params</c> span is scoped without saying so).</param>
/// <param name="IsUnscoped">Whether it bears <c>[UnscopedRef]</c>.</param>
internal sealed record SignatureParameter(string Name, string Type, RefKind RefKind, bool IsScoped, bool IsUnscoped)
{
    /// <summary>The attributes that trimming asks for; ends with a space if there is anything.</summary>
    public string Marks { get; init; } = "";
}
