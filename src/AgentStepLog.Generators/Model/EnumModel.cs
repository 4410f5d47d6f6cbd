using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>An enum, written by member name.</summary>
/// <param name="Key">The fully qualified type, to which <see cref="ValueModel.Shape"/> refers.</param>
/// <param name="MethodName">The unique C# name of the methods that write and read it.</param>
/// <param name="UnderlyingType"><c>int</c>, <c>ulong</c> …: undefined values are written as this number.</param>
/// <param name="IsFlags">Whether a value may be several members at once.</param>
/// <param name="Description">The type's description for a model; null where there is none.</param>
/// <param name="IsObsolete">Whether the type or one of its members is obsolete. Then the code that names it must be obsolete, too.</param>
/// <param name="ExperimentalIds">Ids of <c>[Experimental]</c> on the type and its members, which generated code suppresses.</param>
/// <param name="IsWritten">Whether generated code writes its values by name. It is false if values are only read or described, or written by a library.</param>
/// <param name="Members">Each distinct value once, in declaration order; aliases of a value are read but never written.</param>
internal sealed record EnumModel(
    string Key, string MethodName, string UnderlyingType, EquatableArray<EnumMember> Members,
    bool IsFlags = false, string? Description = null,
    bool IsObsolete = false, EquatableArray<string> ExperimentalIds = default, bool IsWritten = false)
{
    /// <summary>The members by which a combination of flags is named, largest first, in the order of the runtime's library.</summary>
    public IEnumerable<EnumMember> Flags => Members.Where(static m => m is { IsAlias: false, Bits: not 0 }).OrderByDescending(static m => m.Bits);
}

/// <param name="Name">The name as C# writes it.</param>
/// <param name="JsonName">The name in JSON: the member's, or that of <c>[JsonStringEnumMemberName]</c>.</param>
/// <param name="IsAlias">Whether an earlier member has the same value.</param>
/// <param name="Bits">The value, sign-extended to 64 bits.</param>
/// <param name="Description">The member's description for a model; null where there is none.</param>
internal sealed record EnumMember(string Name, string JsonName, bool IsAlias, ulong Bits, string? Description = null);
