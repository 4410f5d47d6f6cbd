#pragma warning disable CA1822, CA1852 // Subjects are what they are.
using System.Runtime.CompilerServices;

namespace AgentStepLog.IntegrationTests.Callee;

internal partial struct Buoy
{
    private int _n;

    [AgentTool] public partial int Ring(int by);
    private int RingCore(int by) => _n += by;

    [AgentTool] public readonly partial int Count();
    private readonly int CountCore() => _n;
}

internal static partial class Pier
{
    internal sealed partial record Post<T>(T Name)
        where T : class
    {
        [AgentTool] public partial TOther? Hang<TOther>(T on, TOther? what = default)
            where TOther : struct;
        private TOther? HangCore<TOther>(T on, TOther? what)
            where TOther : struct => what;
    }

    [AgentTool] public static partial string Moor(this string boat, string knot = "bowline", params int[] lengths);
    private static string MoorCore(this string boat, string knot, int[] lengths) => $"{boat} by {knot} {string.Join('/', lengths)}";
}

internal partial interface ISignal
{
    [AgentTool] public virtual partial string Send(string text);
    private string SendCore(string text) => text + "!";
}

internal sealed class Lamp : ISignal;

internal partial class Horn<TOf>
{
    [AgentTool] public virtual partial string Blow<T>(TOf of, T note, params int[] seconds);
    private static string BlowCore<T>(TOf of, T note, int[] seconds) => $"{of}{note}{seconds.Length}";
}

internal partial struct Whistle
{
    [AgentTool] public readonly partial int Blow(int seconds);
    private static int BlowCore(int seconds) => seconds * 2;
}

internal partial interface IBell
{
    [AgentTool] public virtual partial int Toll(int times);
    private static int TollCore(int times) => times;
}

internal sealed class Bell : IBell;

internal sealed partial class Watch(StepLog own)
{
    [LlmCall(Model = "m")] private partial Answer Ask([Sensitive("secret")] string password, string question);
    private Answer AskCore(string password, string question) => new(question, new(3, 4));

    [AgentRun] public partial string Run(string task);
    private string RunCore(string task) => Ask("x", task).Text;
}

internal sealed record Answer(string Text, Usage Usage);

internal sealed record Usage(int InputTokens, int OutputTokens);

internal sealed partial class Chart
{
    private readonly int[] _depths = [3, 5];

    [AgentTool] public partial bool TryFind(in int depth, ref int from, out int at);
    private bool TryFindCore(in int depth, ref int from, out int at) => (at = Array.IndexOf(_depths, depth, from++)) >= 0;

    [AgentTool] public partial ref int At(int index);
    private ref int AtCore(int index) => ref _depths[index];

    [AgentTool] public partial int Sum(params ReadOnlySpan<int> depths);
    private int SumCore(ReadOnlySpan<int> depths) => depths.Length + _depths.Length;

    [AgentTool] public partial IAsyncEnumerable<int> WalkAsync(CancellationToken cancellationToken = default);
    private async IAsyncEnumerable<int> WalkAsyncCore([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var depth in _depths)
        {
            await Task.Delay(1, cancellationToken);
            yield return depth;
        }
    }
}
