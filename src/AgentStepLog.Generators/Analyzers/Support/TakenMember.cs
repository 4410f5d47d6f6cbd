using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <param name="Owner">The type that a tool takes.</param>
/// <param name="Symbol">Its member.</param>
/// <param name="Model">What the generator makes of it.</param>
/// <param name="Object">The type as the generator sees it.</param>
/// <param name="IsAsked">Whether a model can give it.</param>
internal readonly record struct TakenMember(INamedTypeSymbol Owner, ISymbol Symbol, MemberModel Model, ObjectModel Object, bool IsAsked);
