using System.Runtime.CompilerServices;

namespace AgentStepLog.Writing;

/// <summary>Checks the names that a caller passes, because a record without a name cannot be found.</summary>
internal static class Given
{
    /// <param name="name">The name.</param>
    /// <param name="what">The thing that it names, as the beginning of a sentence.</param>
    /// <param name="instead">The advice for the caller, as the end of a sentence.</param>
    /// <param name="parameter">The name of the parameter, filled in by the compiler.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
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
