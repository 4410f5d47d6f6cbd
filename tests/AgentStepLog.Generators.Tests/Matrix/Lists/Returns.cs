using AgentStepLog.Generators.Tests.Matrix.Runtime;

namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>Every kind of result that a method can have.</summary>
internal static class Returns
{
    private static readonly Ending[] s_all = Enum.GetValues<Ending>();
    private static readonly Ending[] s_lazy = [Ending.Return, Ending.Throw, Ending.ThrowLater, Ending.CancelLater];

    public static readonly ReturnKind Int = new("int", "int", "return Work.Value(mode);", "42") { IsChief = true };

    public static readonly ReturnKind TaskOfInt = new("Task<int>", "Task<int>", "return Work.TaskOf(mode);", "42") { Endings = s_all, IsChief = true };

    public static readonly IReadOnlyList<ReturnKind> All =
    [
        new("void", "void", "Work.Value(mode);", null),
        Int,
        new("string?", "string?", "Work.Value(mode); return null;", "null") { IsVariant = true },
        new("Task", "Task", "return Work.TaskOf(mode);", null) { Endings = s_all },
        TaskOfInt,
        new("ValueTask", "ValueTask", "return new ValueTask(Work.TaskOf(mode));", null) { Endings = s_all, IsVariant = true },
        new("ValueTask<int>", "ValueTask<int>", "return new ValueTask<int>(Work.TaskOf(mode));", "42") { Endings = s_all },
        new("awaitable with a builder", "Job<int>", "return Work.JobOf(mode);", "42") { Endings = s_all },
        new("awaitable without", "Bare", "return new Bare(Work.TaskOf(mode));", "42") { Endings = s_all },
        new("List<int>", "List<int>", "return Work.List(mode);", "[42,1]") { IsVariant = true },
        new("IEnumerable<int>", "IEnumerable<int>", "return Work.Items(mode);", "[1,42]") { Endings = s_lazy, IsStream = true },
        new("IEnumerable", "IEnumerable", "return Work.Objects(mode);", "[1,42]") { Endings = s_lazy, IsStream = true, IsVariant = true },
        new("IAsyncEnumerable<int>", "IAsyncEnumerable<int>", "return Work.AsyncItems(mode);", "[1,42]") { Endings = s_all, IsStream = true },
        new("Task<IAsyncEnumerable<int>>", "Task<IAsyncEnumerable<int>>", "return Task.FromResult(Work.AsyncItems(mode));", "[1,42]") { Endings = s_all, IsStream = true, IsVariant = true },
        new("Stream", "Stream", "return Work.Stream(mode);", "*") { Endings = s_lazy, IsStream = true },
        new("Task<Stream>", "Task<Stream>", "return Task.FromResult(Work.Stream(mode));", "*") { Endings = s_lazy, IsStream = true, IsVariant = true },
        new("ref int", "ref int", "return ref Work.SlotOf(mode);", "42"),
        new("Span<int>", "Span<int>", "return new int[] { Work.Value(mode) };", "[42]") { Boxed = "{0}.ToArray()", IsStackOnly = true },
        new("dynamic", "dynamic", "return Work.Value(mode);", "42") { IsVariant = true },
        new("async void", "void", "await Task.CompletedTask; Work.Began();", null) { Modifiers = "async ", Endings = [Ending.Return] },
    ];
}
