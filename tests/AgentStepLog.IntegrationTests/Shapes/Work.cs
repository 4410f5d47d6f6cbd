using System.Runtime.CompilerServices;

namespace AgentStepLog.IntegrationTests.Shapes;

/// <summary>What the subjects' methods do: end as asked, and change an async local on the way.</summary>
internal static class Work
{
    public const int Answer = 42;

    public static readonly AsyncLocal<string?> Ambient = new();

    private static readonly AsyncLocal<Witness?> s_witness = new();

    /// <summary>Sees what the methods that are called from here on throw.</summary>
    public static Witness Watch() => s_witness.Value = new Witness();

    /// <summary>The line on which it stands, to be handed over as an argument.</summary>
    public static int Here([CallerLineNumber] int line = 0) => line;

    public static int Now(Mode mode)
    {
        Ambient.Value = "set by the callee";
        return mode switch
        {
            Mode.Throw or Mode.ThrowLater => throw Thrown(new InvalidDataException("Out of waves.")),
            Mode.Cancel or Mode.CancelLater => throw Thrown(new OperationCanceledException("Enough.", new CancellationToken(true))),
            _ => Answer,
        };
    }

    /// <summary>Not async itself, so that it throws at once where asked, and its async local shows.</summary>
    public static Task<int> Task(Mode mode)
    {
        Ambient.Value = "set by the callee";
        return mode switch
        {
            Mode.Return => System.Threading.Tasks.Task.FromResult(Answer),
            Mode.Throw => throw Thrown(new InvalidDataException("Out of waves.")),
            Mode.Cancel => System.Threading.Tasks.Task.FromCanceled<int>(new CancellationToken(true)),
            _ => Later(mode),
        };
    }

    private static async Task<int> Later(Mode mode)
    {
        await System.Threading.Tasks.Task.Yield();
        return Now(mode);
    }

    private static Exception Thrown(Exception exception)
    {
        s_witness.Value!.Thrown = exception;
        return exception;
    }
}

/// <summary>The exception that a subject threw.</summary>
internal sealed class Witness
{
    public Exception? Thrown { get; set; }
}
