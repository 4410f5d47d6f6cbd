using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Capture;

/// <summary>
/// Searches a type that generated code does not know for <c>[Sensitive]</c>, before a library writes it by reflection. The search is strict: one mark on anything that
/// the type reaches, serialized or not, excludes the whole type.
/// </summary>
internal static class WithheldMembers
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // A type that reaches more types than these is not data.
    private const int MaxTypes = 1000;

    /// <summary>Whether the type is data and has no withheld member, in itself or in a type that it reaches.</summary>
    /// <param name="type">The type.</param>
    /// <param name="library">The library, whose own types have no marks.</param>
    public static bool NoneIn(Type type, JsonLibrary library)
    {
        var seen = new HashSet<Type>();
        var next = new Stack<Type>([type]);
        while (next.TryPop(out var t))
        {
            if (library.Declares(t))
            {
                continue;
            }

            if (IsOfFramework(t))
            {
                if (t == type || IsWorking(t))
                {
                    return false;
                }

                Reach(t.GetGenericArguments(), seen, next);
                continue;
            }

            if (seen.Count > MaxTypes || !Look(t, seen, next))
            {
                return false;
            }
        }

        return true;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Only where System.Text.Json reflects, which a trimmed program has switched off.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "As above.")]
    private static bool Look(Type type, HashSet<Type> seen, Stack<Type> next)
    {
        if (type.HasElementType)
        {
            Reach([type.GetElementType()!], seen, next);
            return true;
        }

        foreach (var property in type.GetProperties(All))
        {
            if (IsMarked(property))
            {
                return false;
            }

            Reach([property.PropertyType], seen, next);
        }

        foreach (var field in type.GetFields(All))
        {
            if (IsMarked(field))
            {
                return false;
            }

            Reach([field.FieldType], seen, next);
        }

        // In record Login([Sensitive] string Password), the parameter has the mark.
        if (type.GetConstructors(All).SelectMany(static c => c.GetParameters()).Any(static p => p.IsDefined(typeof(SensitiveAttribute), inherit: true)))
        {
            return false;
        }

        Reach(type.GetGenericArguments(), seen, next);
        Reach(type.GetInterfaces(), seen, next);
        Reach(type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(static a => a.DerivedType), seen, next);
        if (type.BaseType is { } parent)
        {
            // A type that derives from a stream, a task or an exception is not data.
            if (parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) && IsOfFramework(parent))
            {
                return false;
            }

            Reach([parent], seen, next);
        }

        return true;
    }

    private static void Reach(IEnumerable<Type> types, HashSet<Type> seen, Stack<Type> next)
    {
        foreach (var type in types)
        {
            if (seen.Add(type))
            {
                next.Push(type);
            }
        }
    }

    private static bool IsMarked(MemberInfo member) => Attribute.IsDefined(member, typeof(SensitiveAttribute), inherit: true);

    private static bool IsWorking(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) || typeof(Stream).IsAssignableFrom(type) || typeof(Task).IsAssignableFrom(type) || typeof(Exception).IsAssignableFrom(type);

    private static bool IsOfFramework(Type type) =>
        !type.HasElementType && (type.Assembly == typeof(object).Assembly || (type.Assembly.FullName ?? "").StartsWith("System.", StringComparison.Ordinal));
}
