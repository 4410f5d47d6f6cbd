using AgentStepLog.Generators.Tests.Matrix.Lists;
using AgentStepLog.Generators.Tests.Matrix.Runtime;

namespace AgentStepLog.Generators.Tests.Matrix.Building;

/// <summary>Runs a cell in every way that it can end, plain and recorded, and says what it found.</summary>
internal sealed class CellRun(MatrixProgram program, Cell cell)
{
    private static readonly StepLogOptions s_options = new() { LlmContent = CaptureMode.Full };

    public List<string> Failures { get; } = [];

    private Group Group => cell.Group;

    /// <returns>The claim: the recorded route, or the rules that name the hole.</returns>
    public async Task<string> Run()
    {
        var claims = new HashSet<string>();
        foreach (var ending in Group.Result.Endings)
        {
            if (await Run(ending) is { } claim)
            {
                claims.Add(claim);
            }
        }

        Check(claims.Count == 1, $"claims differ by ending: {string.Join(", ", claims)}");
        return claims.FirstOrDefault() ?? "none";
    }

    private async Task<string?> Run(Ending ending)
    {
        if (cell.Route.Place == CallerPlace.Table)
        {
            return await RunTable(ending);
        }

        var (plain, _) = await Outcome.Of(Group.Result.Output is not null, () => program.Caller(cell, isRecorded: false)(ending));
        var call = program.Caller(cell, isRecorded: true);
        using var log = StepLog.InMemory(s_options);
        var (recorded, witness) = await Outcome.Of(Group.Result.Output is not null, () => call(ending));
        Check(plain == recorded, $"{ending}: plain\n{plain}\nrecorded\n{recorded}");
        var steps = log.Steps.OfType<CallStep>().ToList();
        Check(steps.Count <= 1, $"{ending}: {steps.Count} records");
        return steps.Count == 0 ? Refused() : Claimed(steps[0], ending, witness);
    }

    private async Task<string?> RunTable(Ending ending)
    {
        if (program.Table(Group)?.SingleOrDefault(static f => f.Name != "Hidden") is not { } tool)
        {
            return Refused();
        }

        using var log = StepLog.InMemory(s_options);
        var witness = Work.Watch();
        var result = await tool.InvokeAsync(Input(ending));
        var steps = log.Steps.OfType<CallStep>().ToList();
        Check(steps.Count == 1, $"{ending}: {steps.Count} records, the model reads {result.Content}");
        Check(result.IsError == Fails(ending) && (witness.Thrown is null || ReferenceEquals(result.Exception, witness.Thrown)), $"{ending}: the model reads {result.Content}");
        return steps.Count == 0 ? null : Claimed(steps[0], ending, witness);
    }

    private string Refused()
    {
        var at = program.AtCall(cell);
        var method = program.AtMethod(Group);
        var rules = at.Count > 0 ? at : method;
        Check(rules.Count > 0, "no record, and no rule that says why");
        return string.Join(" ", rules);
    }

    private string Claimed(CallStep step, Ending ending, Witness witness)
    {
        var holes = program.AtCall(cell).Where(static r => r.StartsWith("ASL200", StringComparison.Ordinal) && r is not "ASL2003" && r is not "ASL2006" and not "ASL2007").ToList();
        Check(holes.Count == 0, $"recorded, but {string.Join(", ", holes)} says that it is not");
        Check(step.Method == $"{Group.Namespace}.{(step.Route == StepRoute.Table ? Group.Shape.TableMember : null) ?? Group.Shape.Member}", $"method {step.Method}");
        Check(step.InputJson.ToString() == Input(ending), $"{ending}: input {step.InputJson} and not {Input(ending)}");
        Check(witness.Runs == 1, $"{ending}: the body ran {witness.Runs} times");
        Check((step.Error is not null) == Fails(ending), $"{ending}: error {step.Error}");
        Check(step.Canceled == (ending is Ending.Cancel or Ending.CancelLater), $"{ending}: canceled {step.Canceled}");
        var output = step.OutputJson.IsAbsent ? null : step.OutputJson.ToString();
        if (!Fails(ending))
        {
            Check(Group.Result.Output == "*" || output == Output(), $"{ending}: output {output} and not {Output()}");
        }
        else if (ending is Ending.Throw or Ending.ThrowLater)
        {
            Check(step.Error == "Out of waves." && step.ErrorType == "System.IO.InvalidDataException", $"{ending}: error {step.ErrorType} {step.Error}");
        }

        Check((step.Caller is null) == (step.Route != StepRoute.Direct), $"caller {step.Caller?.Member} on route {step.Route}");
        return step.Route.ToString().ToLowerInvariant();
    }

    private static bool Fails(Ending ending) => ending is not (Ending.Return or Ending.ReturnLater);

    private string Input(Ending ending) =>
        $"{{{Group.Shape.Input}{Group.Parameters.Input.Replace("{mode}", ending.ToString(), StringComparison.Ordinal)}}}";

    private string? Output() => Group.Parameters.Outputs is not { } outputs ? Group.Result.Output
        : Group.Result.Output is { } value ? $"{{\"return\":{value},{outputs}}}" : $"{{{outputs}}}";

    private void Check(bool holds, string message)
    {
        if (!holds)
        {
            Failures.Add($"{cell}: {message}");
        }
    }
}
