using AgentStepLog.Generators.Tests.Matrix.Runtime;

namespace AgentStepLog.Generators.Tests.Matrix.Lists;

/// <summary>What a cell's method gives back.</summary>
/// <param name="Name">As the tables show it.</param>
/// <param name="Type">Its type where the method is declared without a body.</param>
/// <param name="Body">The statements that make it; <c>mode</c> says how to end.</param>
/// <param name="Output">The recorded output as JSON; null when there is none.</param>
internal sealed record ReturnKind(string Name, string Type, string Body, string? Output)
{
    private static readonly Ending[] s_synchronous = [Ending.Return, Ending.Throw, Ending.Cancel];

    /// <summary>Modifiers that the method with a body needs, such as <c>async</c>.</summary>
    public string Modifiers { get; init; } = "";

    /// <summary>What makes an object of a call's result; <c>{0}</c> is the call.</summary>
    public string Boxed { get; init; } = "{0}";

    public Ending[] Endings { get; init; } = s_synchronous;

    /// <summary>Whether every shape is tried with it by every route.</summary>
    public bool IsChief { get; init; }

    /// <summary>Whether another result stands for it, so that the chief shapes alone are tried with it.</summary>
    public bool IsVariant { get; init; }

    public bool IsVoid => Type == "void";

    public bool IsRef => Type.StartsWith("ref ", StringComparison.Ordinal);

    /// <summary>Whether the value cannot leave the stack.</summary>
    public bool IsStackOnly { get; init; }

    /// <summary>Whether what it stands for goes on after the call, so that a stream's record may be missing when nobody reads it.</summary>
    public bool IsStream { get; init; }

    /// <summary>Statements that make the call and leave its result in <c>result</c>.</summary>
    public string Take(string call) => this switch
    {
        { IsVoid: true } => $"{call}; object? result = null;",
        { IsRef: true } => $"ref var slot = ref {call}; slot++; Work.Saw(Work.Slot); object? result = slot;",
        _ => $"object? result = {Box(call)};",
    };

    public string Box(string call) => Boxed.Replace("{0}", call, StringComparison.Ordinal);

    /// <summary>The statement by which a method of the same type hands a call on.</summary>
    public string Forward(string call) => IsVoid ? call + ";" : IsRef ? $"return ref {call};" : $"return {call};";

    public static readonly IReadOnlyList<Ending> Synchronous = s_synchronous;

    public static readonly IReadOnlyList<Ending> All = Enum.GetValues<Ending>();
}
