using System;
using System.Linq;

namespace AgentStepLog.Generators.Emission;

/// <summary>Names that an element of a tuple must not have.</summary>
internal static class TupleNames
{
    public static bool IsReserved(string name) =>
        name is "Rest" or "ToString" or "Equals" or "GetHashCode" or "GetType" or "CompareTo" or "Deconstruct"
        || (name.StartsWith("Item", StringComparison.Ordinal) && name.Length > 4 && name.Skip(4).All(char.IsDigit));
}
