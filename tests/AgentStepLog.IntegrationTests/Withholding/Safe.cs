namespace AgentStepLog.IntegrationTests.Withholding;

public sealed record Letter(string Text, Letter? Within = null, List<string>? Lines = null);

public sealed record Credentials(string User, [property: Sensitive("password")] string Password);

public sealed record Message(string Role, string Content);

public sealed record Answer(string Text, int InputTokens, int OutputTokens);

/// <summary>Its trace says what a test wants.</summary>
public sealed class TracedException(string trace) : Exception("traced")
{
    public override string StackTrace => trace;
}

/// <summary>A type that takes nothing, and says so in its own words.</summary>
public sealed class Picky
{
    public Picky(string text) => throw new ArgumentException($"{text} is no code.");

    public string Text => "";
}

/// <summary>A result that cannot be read, and says so in its own words.</summary>
public sealed class Broken(string pin)
{
    public string Value => throw new InvalidOperationException($"{pin} is broken.");
}

public sealed class Watched
{
    public static int Reads { get; private set; }

    [Sensitive("seen")]
    public string Secret => $"read {++Reads} times";
}

/// <summary>Tools through which secrets go.</summary>
public sealed class Safe
{
    [AgentTool]
    public string Keep(string text) => "kept";

    [AgentTool]
    public string Tell(int number, Func<string> text) => text();

    [AgentTool]
    public Letter Write(Letter letter) => letter;

    [AgentTool]
    public int Count(Dictionary<string, string> entries, int more = 0) => entries.Count + more;

    [AgentTool]
    public int Weigh(Dictionary<string, int> weights) => weights.Count;

    [AgentTool(Capture = CaptureMode.None)]
    public int WeighUnseen(Dictionary<string, int> weights) => weights.Count;

    [AgentTool(Capture = CaptureMode.Hash)]
    public string Seal(string text, [Sensitive("pin")] string pin = "") => text;

    [AgentTool(Effect = ToolEffect.Destructive)]
    public string Pay(string text, [Sensitive("pin")] string pin = "") => "paid";

    [AgentTool]
    public object Anything(object value) => value;

    [AgentTool]
    public string Note(int number, Func<string> text)
    {
        StepLog.Note(text());
        return "noted";
    }

    [AgentTool(Capture = CaptureMode.None)]
    public int NoteAll(int number, string?[] texts)
    {
        foreach (var text in texts)
        {
            StepLog.Note(text ?? "");
        }

        return number;
    }

    [AgentTool]
    public string Fail(int number, Func<Exception> exception) => throw exception();

    [AgentTool]
    public async IAsyncEnumerable<string> StreamAsync(int number, Func<string> text)
    {
        yield return "first";
        await Task.Yield();
        yield return text();
    }

    [AgentTool]
    public async IAsyncEnumerable<string?> PiecesAsync(int number, Func<string?[]> pieces)
    {
        await Task.Yield();
        foreach (var piece in pieces())
        {
            yield return piece;
        }
    }

    [LlmCall(Model = "m", Provider = "p")]
    public async IAsyncEnumerable<Microsoft.Extensions.AI.ChatResponseUpdate> UpdatesAsync(int number, Func<string?[]> pieces)
    {
        await Task.Yield();
        foreach (var piece in pieces())
        {
            yield return piece is null ? new() : new(Microsoft.Extensions.AI.ChatRole.Assistant, piece) { MessageId = "m-1" };
        }
    }

    [LlmCall(Model = "m", Provider = "p")]
    public Answer Replay(Microsoft.Extensions.AI.ChatResponseUpdate[] updates) => new("", updates.Length, 1);

    [AgentTool]
    public IEnumerable<Letter> Letters(int number, Func<string?[]> pieces)
    {
        foreach (var piece in pieces())
        {
            yield return new(piece ?? "", Lines: ["a", "b"]);
        }
    }

    [AgentTool]
    public async IAsyncEnumerable<Credentials> StreamCredentialsAsync([Sensitive("password")] string password)
    {
        yield return new("first", password);
        await Task.Yield();
        yield return new("second", password);
    }

    [AgentTool]
    [return: Sensitive("pin")]
    public string Pin([Sensitive("pin")] string pin, Credentials credentials) => pin;

    [AgentTool]
    [return: Sensitive("pin")]
    public async IAsyncEnumerable<string> StreamPinsAsync(int number, Func<string> text)
    {
        for (var i = 0; i < number; i++)
        {
            await Task.Yield();
            yield return text();
        }
    }

    [AgentTool]
    public string Order(Dictionary<string, string> extras, [Sensitive("pin")] string pin) => "ordered";

    [AgentTool]
    public string Enter([Sensitive("code")] Picky code) => "entered";

    [AgentTool]
    [return: Sensitive("pin")]
    public Broken Break([Sensitive("pin")] string pin) => new(pin);

    [AgentTool]
    public int Watch(Watched watched) => 1;

    [LlmCall(Model = "m", Provider = "p")]
    public Answer Ask(string prompt) => new(prompt, 1, 2);

    [LlmCall(Model = "m", Provider = "p")]
    public Answer Chat(Message[] messages) => new(messages[^1].Content, 1, 2);

    [AgentRun]
    public string Delegate(string task) => task;
}
