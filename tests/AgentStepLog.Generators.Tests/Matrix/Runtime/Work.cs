using System.Collections;

namespace AgentStepLog.Generators.Tests.Matrix.Runtime;

/// <summary>The bodies of the cells' methods: they end as asked, and change an async local on the way.</summary>
public static class Work
{
    public const int Answer = 42;

    private static readonly AsyncLocal<string?> s_ambient = new();
    private static readonly AsyncLocal<Witness?> s_witness = new();
    private static int s_slot;

    /// <summary>Which cell a program of top-level statements is to run.</summary>
    public static int TopLevelCell { get; set; }

    /// <summary>How that cell is to end.</summary>
    public static Ending TopLevelMode { get; set; }

    /// <summary>What it gave.</summary>
    public static object? TopLevelResult { get; set; }

    /// <summary>The variable that a method returns by reference.</summary>
    public static int Slot => s_slot;

    /// <summary>What the method set; what its caller then sees.</summary>
    public static string? Ambient
    {
        get => s_ambient.Value;
        set => s_ambient.Value = value;
    }

    /// <summary>Sees what the methods that are called from here on do.</summary>
    public static Witness Watch() => s_witness.Value = new Witness();

    /// <summary>The caller found this changed.</summary>
    public static void Saw(object? value) => s_witness.Value!.Seen += value + ";";

    public static int Value(Ending mode)
    {
        Begin();
        return End(mode);
    }

    public static Task<int> TaskOf(Ending mode)
    {
        Begin();
        return mode switch
        {
            Ending.Return => Task.FromResult(Answer),
            Ending.Throw => Task.FromResult(End(mode)),
            Ending.Cancel => Task.FromCanceled<int>(new CancellationToken(true)),
            _ => Later(mode),
        };
    }

    public static ref int SlotOf(Ending mode)
    {
        s_slot = Value(mode);
        return ref s_slot;
    }

    /// <summary>A body ran that cannot end in any other way.</summary>
    public static void Began() => Begin();

    public static Job<int> JobOf(Ending mode)
    {
        Begin();
        return mode is Ending.Throw ? Job(End(mode)) : Job(mode);

        static async Job<int> Job(object how) => how is Ending ending ? await Later(ending) : (int)how;
    }

    public static IEnumerable<int> Items(Ending mode)
    {
        Begin();
        return mode is Ending.Throw or Ending.Cancel ? [End(mode)] : Walk(mode);
    }

    public static IEnumerable Objects(Ending mode) => Items(mode).Cast<object>();

    public static List<int> List(Ending mode) => [Value(mode), 1];

    public static IAsyncEnumerable<int> AsyncItems(Ending mode)
    {
        Begin();
        _ = mode is Ending.Throw ? End(mode) : 0;
        return WalkAsync(mode);
    }

    public static Stream Stream(Ending mode)
    {
        Begin();
        return mode is Ending.Throw or Ending.Cancel ? throw Thrown(mode) : new TrickleStream(() => End(mode));
    }

    private static IEnumerable<int> Walk(Ending mode)
    {
        yield return 1;
        yield return End(mode);
    }

    private static async IAsyncEnumerable<int> WalkAsync(Ending mode)
    {
        yield return 1;
        await Pause(mode);
        yield return End(mode);
    }

    private static async Task<int> Later(Ending mode)
    {
        await Pause(mode);
        return End(mode);
    }

    private static async Task Pause(Ending mode)
    {
        if (mode is Ending.ReturnLater or Ending.ThrowLater or Ending.CancelLater)
        {
            await Task.Yield();
        }
    }

    private static void Begin()
    {
        s_ambient.Value = "set by the callee";
        s_witness.Value!.Runs++;
    }

    private static int End(Ending mode) => mode is Ending.Return or Ending.ReturnLater ? Answer : throw Thrown(mode);

    private static Exception Thrown(Ending mode) => s_witness.Value!.Thrown = mode is Ending.Cancel or Ending.CancelLater
        ? new OperationCanceledException("Enough.", new CancellationToken(true))
        : new InvalidDataException("Out of waves.") { Data = { ["spot"] = "Nazaré" } };
}
