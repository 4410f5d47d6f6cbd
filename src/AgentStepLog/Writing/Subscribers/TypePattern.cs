using AgentStepLog.Records;

namespace AgentStepLog.Writing;

/// <summary>
/// The types of line that a subscriber asks for. The words of a type are separated by <c>.</c> or <c>_</c>, and a pattern may use either. <c>*</c> stands for one word
/// and <c>**</c> for any number of words.
/// </summary>
internal readonly record struct TypePattern
{
    private static readonly RecordType[] s_types = [.. RecordTypes.All.Where(static type => type.IsWritten).OrderBy(static type => type.Kind)];

    private readonly uint _types;

    private TypePattern(uint types) => _types = types;

    /// <exception cref="ArgumentException">No type of the format matches.</exception>
    public static TypePattern Parse(string pattern, string parameter)
    {
        ArgumentNullException.ThrowIfNull(pattern, parameter);
        var words = Words(pattern);
        var types = 0u;
        foreach (var type in s_types)
        {
            types |= Matches(words, Words(type.Name)) ? 1u << (int)type.Kind : 0;
        }

        return types != 0
            ? new(types)
            : throw new ArgumentException(
                $"No type of step matches \"{pattern}\". The types are {string.Join(", ", s_types.Select(static type => type.Name))}; \"tool.*\" stands for a group, \"**\" for all.",
                parameter);
    }

    /// <summary>The types whose steps may be of a class. The class may be a base class of steps, or a typed step of a generated log.</summary>
    /// <exception cref="ArgumentException">No type of line has this class.</exception>
    public static TypePattern Of(Type step)
    {
        var types = s_types.Where(type => type.Step.IsAssignableFrom(step) || step.IsAssignableFrom(type.Step)).Aggregate(0u, static (all, type) => all | (1u << (int)type.Kind));
        return types != 0 ? new(types) : throw new ArgumentException($"No step that a log writes is a {step.Name}.");
    }

    public bool Includes(StepKind type) => (_types & (1u << (int)type)) != 0;

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> words) => pattern switch
    {
        [] => words.IsEmpty,
        ["**", ..] => Matches(pattern[1..], words) || (!words.IsEmpty && Matches(pattern, words[1..])),
        [var word, ..] => !words.IsEmpty && (word == "*" || word == words[0]) && Matches(pattern[1..], words[1..]),
    };

    private static string[] Words(string name) => name.Split('.', '_');
}
