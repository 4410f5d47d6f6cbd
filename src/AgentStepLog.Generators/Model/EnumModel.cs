using System.Collections.Generic;
using System.Linq;
using AgentStepLog.Generators.Collections;

namespace AgentStepLog.Generators.Model;

/// <summary>An enum, written by member name.</summary>
/// <param name="Key">The fully qualified type: what <see cref="ValueModel.Shape"/> refers to.</param>
/// <param name="MethodName">A C# name of its own, for the methods that write and read it.</param>
/// <param name="UnderlyingType"><c>int</c>, <c>ulong</c> …: undefined values are written as this number.</param>
/// <param name="IsFlags">Whether a value may be several members at once.</param>
/// <param name="Description">What a model is told of the type; null where nothing is said.</param>
/// <param name="IsObsolete">Whether the type or one of its members is obsolete: then what names them must be too.</param>
/// <param name="ExperimentalIds">Ids of <c>[Experimental]</c> on the type and its members, to be suppressed where they are named.</param>
/// <param name="IsWritten">Whether a value of it is written by name, and not only read, described, or written by a library.</param>
/// <param name="Members">Each distinct value once, in declaration order; aliases of a value are read but never written.</param>
internal sealed record EnumModel(
    string Key, string MethodName, string UnderlyingType, EquatableArray<EnumMember> Members,
    bool IsFlags = false, string? Description = null,
    bool IsObsolete = false, EquatableArray<string> ExperimentalIds = default, bool IsWritten = false)
{
    /// <summary>Of flags: the members that a combination is named by, largest first, as the runtime's library looks for them.</summary>
    public IEnumerable<EnumMember> Flags => Members.Where(static m => m is { IsAlias: false, Bits: not 0 }).OrderByDescending(static m => m.Bits);
}

/// <param name="Name">The name as C# writes it.</param>
/// <param name="JsonName">The name in JSON: the member's, or that of <c>[JsonStringEnumMemberName]</c>.</param>
/// <param name="IsAlias">Whether an earlier member has the same value.</param>
/// <param name="Bits">Its value, with the sign drawn out to 64 bits.</param>
/// <param name="Description">What a model is told of it; null where nothing is said.</param>
internal sealed record EnumMember(string Name, string JsonName, bool IsAlias, ulong Bits, string? Description = null);
