using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <param name="Owner">A type that a tool takes.</param>
/// <param name="Symbol">The member of that type.</param>
/// <param name="Model">The generator's model of the member.</param>
/// <param name="Object">The generator's model of the type.</param>
/// <param name="IsAsked">Whether a model can set the member.</param>
internal readonly record struct TakenMember(INamedTypeSymbol Owner, ISymbol Symbol, MemberModel Model, ObjectModel Object, bool IsAsked);
