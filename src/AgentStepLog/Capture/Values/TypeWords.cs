namespace AgentStepLog.Capture;

/// <summary>Names of types in words, for readers of a log and for models.</summary>
internal static class TypeWords
{
    public const string Anonymous = "anonymous type";

    /// <summary>The full name as C# code writes it, because the names that the compiler makes mean nothing to readers.</summary>
    public static string Of(Type type)
    {
        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        }

        var name = type.FullName ?? type.Name;
        return type.Name.Contains("AnonymousType", StringComparison.Ordinal) && type.Name[0] == '<' ? Anonymous
            : type.IsGenericType && name.IndexOf('[', StringComparison.Ordinal) is > 0 and var arguments
                ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>"
            : name;
    }
}
