using System.Runtime.CompilerServices;

namespace AgentStepLog.Writing;

/// <summary>Checks the names that a caller gives: a record without one cannot be found.</summary>
internal static class Given
{
    /// <param name="name">The name.</param>
    /// <param name="what">What it names, as the beginning of a sentence.</param>
    /// <param name="instead">What to do, as the end of one.</param>
    /// <param name="parameter">Leave it to the compiler.</param>
    /// <exception cref="ArgumentNullException">Null.</exception>
    /// <exception cref="ArgumentException">Empty or white space.</exception>
    public static void Name(string name, string what, string instead, [CallerArgumentExpression(nameof(name))] string parameter = "")
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        NameOrNull(name, what, instead, parameter);
    }

    /// <inheritdoc cref="Name"/>
    public static void NameOrNull(string? name, string what, string instead, [CallerArgumentExpression(nameof(name))] string parameter = "")
    {
        if (name is not null && string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException($"{what} cannot be empty: {instead}.", parameter);
        }
    }
}
