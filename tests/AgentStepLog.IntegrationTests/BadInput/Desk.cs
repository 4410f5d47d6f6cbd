using System.Text.Json;

namespace AgentStepLog.IntegrationTests.BadInput;

/// <summary>What a desk is asked.</summary>
public sealed record Wish(string Article, int Pieces = 1, List<string>? Notes = null);

public sealed class Broken
{
    public string Name => "b";

    public int Level => throw new IOException("the disk is gone");
}

public sealed class Window
{
    public string Name => "w";

    public ReadOnlySpan<byte> Bytes => "b"u8;

    public Span<char> Letters => default;
}

public sealed class Desk
{
    public object? Got { get; private set; }

    [AgentTool]
    public string Ask(string text, int number = 1, double? real = null) => $"{text} {number} {real}";

    [AgentTool]
    public string Order(Wish wish, List<int>? ids = null, bool now = false, Dictionary<int, Wish>? more = null)
    {
        Got = (wish, ids, now, more);
        return wish.Article;
    }

    [AgentTool]
    public string Any(JsonElement value) => value.GetRawText();

    [AgentTool]
    public string Pay([Sensitive("card")] string card, int amount) => card.Length + " " + amount;

    [AgentTool]
    public int Book(Journey journey, int nights) => journey.Guests.Count + nights;

    [AgentTool]
    public Broken Breaks() => new();

    [AgentTool]
    [return: Sensitive("level")]
    public Broken BreaksInSecret() => new();

    [AgentTool]
    [return: Sensitive("level")]
    public Wish Secret() => new("tea");

    [AgentTool]
    public Window Look() => new();

    [AgentTool]
    public object Anonymous() => new { A = 1 };

    [AgentTool]
    public List<object> Listed() => [new { A = 1 }, new Lazy<int[]>(1 is var n ? [n] : [])];

    [AgentTool]
    public string Served([Sensitive("card")] string card, int amount, IServiceProvider services) => services.GetType().Name;

    [AgentTool]
    public Broken[] BreaksWithin() => [new()];

    [AgentTool]
    public IEnumerable<Broken> BreaksLater()
    {
        yield return new();
    }

    [AgentTool]
    public object Formless() => new Random(1);

    [AgentTool]
    public Dictionary<string, object> PartlyFormless() => new() { ["a"] = new Random(1), ["b"] = 1 };

    [AgentTool]
    public async Task<string> NotesAsync(bool fails)
    {
        StepLog.Note("first");
        await Task.Yield();
        StepLog.Note("second");
        return fails ? throw new InvalidOperationException("it went wrong") : "well";
    }
}

public record Journey(IReadOnlyList<Guest> Guests);

public record Guest(string Name, [Sensitive("id")] string Passport)
{
    private readonly bool _isChecked = Passport.StartsWith("P-", StringComparison.Ordinal) ? true : throw new ArgumentException($"{Passport} is no passport.");
}
