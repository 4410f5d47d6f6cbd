#pragma warning disable CA1021, CA1045, CA1711, CA1822, CA2208, CS8500 // Subjects are what they are.
using System.Runtime.CompilerServices;

namespace AgentStepLog.IntegrationTests.Shapes;

/// <summary>Methods of one kind of parameter or result each; what they do shows whether something was copied on the way.</summary>
public class Parameters
{
    private readonly int[] _cells = [1, 2, 3];

    public int[] Cells => _cells;

    [AgentTool] public bool TryParse(string text, out int value, out string? rest)
    {
        value = text.Length;
        rest = text[1..];
        return true;
    }

    [AgentTool] public void Advance(ref int position, in int step, ref readonly int limit) => position = Math.Min(position + step, limit);

    [AgentTool] public ref int Cell(int index) => ref _cells[index];

    [AgentTool] public ref readonly int Frozen(ref int index) => ref _cells[index++];

    [AgentTool] private ref T Larger<T>(ref T a, ref T b)
        where T : IComparable<T> => ref a.CompareTo(b) < 0 ? ref b : ref a;

    public ref T CallLarger<T>(ref T a, ref T b)
        where T : IComparable<T> => ref Larger(ref a, ref b);

    [AgentTool] public Span<int> Tail(Span<int> all, ReadOnlySpan<char> name) => all[name.Length..];

    [AgentTool] public int Total(string name, params ReadOnlySpan<int> numbers)
    {
        var sum = name.Length;
        foreach (var n in numbers)
        {
            sum += n;
        }

        return sum;
    }

    [AgentTool] public int Listed(params List<int> numbers) => numbers.Count;

    [AgentTool] public int Sequenced(params IReadOnlyCollection<string> words) => words.Count;

    [AgentTool] public int Lasting(scoped ref ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[1..];
        return bytes.Length;
    }

    [AgentTool] public Task<int> BeginAsync(Mode mode, out int ticket)
    {
        ticket = 7;
        return Work.Task(mode);
    }

    [AgentTool] public Task FlushAsync(Mode mode, out int ticket)
    {
        ticket = 8;
        return Work.Task(mode);
    }

    [AgentTool] public ValueTask<int> RentAsync(Mode mode, ref int ticket)
    {
        ticket++;
        return new(Work.Task(mode));
    }

    [AgentTool] public int Failing(out int value)
    {
        value = 5;
        throw new InvalidDataException("Out of waves.");
    }

    [AgentTool] public string Caller(
        string text, [CallerMemberName] string member = "", [CallerLineNumber] int line = 0, [CallerArgumentExpression(nameof(text))] string of = "") =>
        $"{text} {member} {line > 0} {of}";

    [AgentTool] public string Order(int a, int b = 2, int c = 3) => $"{a}{b}{c}";

    [AgentTool] public dynamic Late(dynamic value, List<dynamic> more) => value;

    [AgentTool] public (int Sum, string? Text) Pair((int Left, int Right) of, nint address, CancellationToken first, CancellationToken second = default) =>
        (of.Left + of.Right, first.CanBeCanceled || second.CanBeCanceled ? "cancel" : null);

    [AgentTool] public int @class(int @event, string größe) => @event + größe.Length;

    [AgentTool] public int Counted<TItem>(TItem item)
        where TItem : allows ref struct => 1;
}
