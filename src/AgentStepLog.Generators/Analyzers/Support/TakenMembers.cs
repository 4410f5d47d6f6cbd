using System;
using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Emission.Reading;
using AgentStepLog.Generators.Model;
using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Analyzers;

/// <summary>
/// The members of a tool's inputs, at all depths. The facts come from the generator's models. The types are walked as well, only
/// to find the symbols of the members.
/// </summary>
internal sealed class TakenMembers(ShapeSet shapes, Compilation compilation)
{
    private readonly Dictionary<string, ObjectModel> _objects = shapes.Objects.ToDictionary(static model => model.Key);
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>Returns each member once for the lifetime of this object, however many values contain it.</summary>
    public IEnumerable<TakenMember> Under(ITypeSymbol type, ValueModel value) => value.Kind switch
    {
        ValueKind.Nullable => Under(((INamedTypeSymbol)type).TypeArguments[0], value.Element!),
        ValueKind.Array => Under(TypeNames.SpanElement(type) ?? ((IArrayTypeSymbol)type).ElementType, value.Element!),
        ValueKind.List => Under(SequenceTypes.ElementOf((INamedTypeSymbol)type) ?? ((INamedTypeSymbol)type).TypeArguments[0], value.Element!),
        ValueKind.Dictionary => Under(SequenceTypes.DictionaryOf((INamedTypeSymbol)type)!.Value.Value, value.Element!),
        ValueKind.Object when _visited.Add(value.Shape!) => Members((INamedTypeSymbol)type, _objects[value.Shape!]),
        _ => [],
    };

    private IEnumerable<TakenMember> Members(INamedTypeSymbol type, ObjectModel model)
    {
        IReadOnlyList<ISymbol> symbols = type.IsTupleType ? [.. type.TupleElements] : MemberSymbols.Of(type, compilation)!;
        var asked = new HashSet<MemberModel>(Readability.Members(model));
        foreach (var member in model.Members)
        {
            var symbol = symbols.First(s => TypeNames.Escape(s.Name) == member.Name);

            // An element of a tuple cannot have a description or an attribute of its own.
            if (!type.IsTupleType)
            {
                yield return new(type, symbol, member, model, asked.Contains(member));
            }

            foreach (var further in asked.Contains(member) ? Under(MemberSymbols.TypeOf(symbol), member.Value) : [])
            {
                yield return further;
            }
        }
    }
}
