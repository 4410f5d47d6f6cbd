using System.Reflection;
using System.Text.Json;
using AgentStepLog.Generators.Tests.Conformance.Grammar;
using Microsoft.Extensions.AI;

namespace AgentStepLog.Generators.Tests.Conformance.Comparing;

/// <summary>Holds a signature's function of Microsoft.Extensions.AI and ours together.</summary>
internal sealed class Comparison(Signature signature, MethodInfo method, ToolTable? table)
{
    private readonly List<Difference> _differences = [];

    /// <summary>How many calls were made of both.</summary>
    public int Calls { get; private set; }

    public async Task<IReadOnlyList<Difference>> Run()
    {
        var theirs = Theirs(out var problem);
        var ours = table is null ? null : table.TryGet(theirs?.Name ?? signature.Name, out var same) || table.TryGet(signature.Name, out same) ? same : null;
        if (theirs is null || ours is null)
        {
            // A function that does not even take what fits is no loss.
            var there = theirs is null ? problem : await Call(theirs, signature.Calls[0]) == Answer.Refused ? "function that fails" : "function";
            Check("tool", "", there, ours is not null ? "function" : problem.Length > 0 ? problem : "none");
            return _differences;
        }

        Check("name", "", theirs.Name, ours.Name);
        Check("description", "", theirs.Description, ours.Description);
        Schema("schema", theirs.JsonSchema.GetRawText(), ours.Schema);
        if (theirs.ReturnJsonSchema?.GetRawText() is { } result)
        {
            Schema("result", result, ours.ResultSchema);
        }
        else
        {
            Check("result", "", "(none)", ours.ResultSchema ?? "(none)");
        }

        foreach (var call in signature.Calls)
        {
            var (expected, actual) = (await Call(theirs, call), await Call(ours, call));
            Calls++;
            if (!expected.Means(actual))
            {
                Add("call", call, expected.ToString(), actual.ToString());
            }
        }

        return _differences;
    }

    private AIFunction? Theirs(out string problem)
    {
        problem = "";
        try
        {
            return AIFunctionFactory.Create(method, (object?)null, method.GetCustomAttribute<AgentToolAttribute>()!.Name);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException or JsonException)
        {
            problem = e.GetType().Name;
            return null;
        }
    }

    private static async Task<Answer> Call(AIFunction function, string json)
    {
        try
        {
            var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(json, JsonSerializerOptions.Web)!;
            var result = await function.InvokeAsync(new(arguments), TestContext.Current.CancellationToken);
            return new("value", result is null ? "null" : JsonSerializer.Serialize((JsonElement)result, JsonTexts.Relaxed));
        }
        catch (Exception e) when (e is InvalidOperationException { Message: "no" })
        {
            return new("failed", "");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException or JsonException or FormatException or NullReferenceException)
        {
            return Answer.Refused;
        }
    }

    private static async Task<Answer> Call(ToolFunction function, string json)
    {
        var result = await function.InvokeAsync(json, cancellationToken: TestContext.Current.CancellationToken);
        return result switch
        {
            { IsError: false } => new("value", result.Content),
            { Exception: InvalidOperationException { Message: "no" } } => new("failed", ""),
            _ => Answer.Refused,
        };
    }

    private void Schema(string aspect, string? theirs, string? ours)
    {
        foreach (var (at, expected, actual) in Schemas.Compare(theirs, ours))
        {
            Add(aspect, at, expected, actual);
        }
    }

    private void Check(string aspect, string at, string theirs, string ours)
    {
        if (theirs != ours)
        {
            Add(aspect, at, theirs, ours);
        }
    }

    private void Add(string aspect, string at, string theirs, string ours) => _differences.Add(new(signature.Name, aspect, at, theirs, ours));
}
