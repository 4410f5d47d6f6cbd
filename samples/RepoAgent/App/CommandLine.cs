using RepoAgents.Planning.Deterministic;

namespace RepoAgents.App;

/// <summary>What the user asked for.</summary>
/// <param name="Question">The question; empty when only help is wanted.</param>
/// <param name="Folder">The folder that it is about.</param>
/// <param name="Logs">Where the step log goes.</param>
/// <param name="Help">Whether only help is wanted.</param>
public sealed record CommandLine(string Question, string Folder, string Logs, bool Help)
{
    private const string Call = "dotnet run --project samples/RepoAgent -- [--logs DIR] \"question\" [FOLDER]";

    /// <summary>The help text.</summary>
    public static string HelpText { get; } =
        $"""
        Answers a question about a folder, and leaves a step log of how it came to the answer.

        {Call}

          question     in plain words, in quotes
          FOLDER       the folder that the question is about (default: the current one)
          --logs DIR   where the step log goes (default: logs)
          -h, --help   this text

        Without a language model it understands, in several phrasings:
        {string.Join('\n', QuestionForms.Examples.Select(static e => "  " + e))}
        A name with spaces in it goes in quotes: list the files under 'My Documents'.

        With OPENAI_API_KEY set, a language model plans instead, through any OpenAI-compatible endpoint
        (OPENAI_BASE_URL, OPENAI_MODEL).

        Exit codes: 0 answered, 1 the run failed, 2 wrong usage, 3 the question was not understood.
        """;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="UsageException">They cannot be followed.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var logs = "logs";
        var words = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "-h" or "--help":
                    return new("", ".", logs, Help: true);
                case "--":
                    words.AddRange(arguments.Skip(i + 1));
                    i = arguments.Count;
                    break;
                case "--logs":
                    logs = ++i < arguments.Count ? arguments[i] : throw Wrong("--logs needs a directory after it.");
                    break;
                case var option when option.StartsWith("--logs=", StringComparison.Ordinal):
                    logs = option["--logs=".Length..];
                    break;
                case var option when option.StartsWith('-') && option.Length > 1:
                    throw Wrong($"There is no option {option}.");
                case var word:
                    words.Add(word);
                    break;
            }
        }

        return words switch
        {
            _ when string.IsNullOrWhiteSpace(logs) => throw Wrong("--logs needs a directory after it."),
            [] => throw Wrong("The question is missing."),
            [var question, ..] when string.IsNullOrWhiteSpace(question) => throw Wrong("The question is empty."),
            [var question] => new(question, ".", logs, Help: false),
            [var question, var folder] => new(question, folder, logs, Help: false),
            _ => throw Wrong($"{words.Count} arguments came where a question and a folder were expected; put the question in quotes."),
        };
    }

    private static UsageException Wrong(string what) => new($"{what}\nUsage: {Call}\n--help tells more.");
}
