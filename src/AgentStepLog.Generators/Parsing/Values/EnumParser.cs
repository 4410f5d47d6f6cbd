using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AgentStepLog.Generators.Collections;
using AgentStepLog.Generators.Model;
using Microsoft.CodeAnalysis;

namespace AgentStepLog.Generators.Parsing;

/// <summary>Turns an enum into its <see cref="EnumModel"/>.</summary>
internal static class EnumParser
{
    public static EnumModel Parse(INamedTypeSymbol type, string key)
    {
        var seen = new HashSet<object>();
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).ToList();
        var members = fields.Select(f => new EnumMember(TypeNames.Escape(f.Name), EnumNames.InJson(f), IsAlias: !seen.Add(f.ConstantValue!), EnumNames.Bits(f.ConstantValue!), Docs.Of(f, CancellationToken.None)));

        return new EnumModel(
            key,
            GeneratedNames.Shape(key),
            TypeNames.Oblivious(type.EnumUnderlyingType!),
            members.ToEquatableArray(),
            IsFlags: EnumNames.IsFlags(type),
            Description: Docs.Of(type, CancellationToken.None),
            IsObsolete: fields.Prepend<ISymbol>(type).Any(Warnings.IsObsolete),
            ExperimentalIds: Warnings.ExperimentalIds(fields.Prepend<ISymbol>(type)));
    }
}
