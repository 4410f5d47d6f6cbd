using AgentStepLog.Capture;
using AgentStepLog.CompilerServices;

namespace AgentStepLog.Tests.Capture;

/// <summary>Wrappers in the shape in which generated code has them.</summary>
internal static class Calls
{
    public static readonly CallOrigin Origin = CallOrigin.Direct("src/Agent.cs", 12, "Agent.RunAsync");

    public static readonly RecordedMethod Echo = RecordedMethod.Tool("Surf.Tools.Echo", "Echo");

    public static readonly RecordedMethod Ask = RecordedMethod.Llm("Surf.Agent.AskAsync", "gpt-x", "openai");

    public static readonly RecordedMethod Guide = RecordedMethod.Agent("Surf.Guide.RunAsync", "guide");

    /// <summary>Records a call of <paramref name="body"/> with one argument.</summary>
    public static T Value<T>(RecordedMethod method, T argument, Action<CaptureWriter, T> write, Func<T> body, CallOrigin? origin = null, StepLog? log = null)
    {
        var scope = StepScope.Begin(method, origin ?? Origin, log);
        if (scope is null)
        {
            return body();
        }

        if (scope.WantsInput)
        {
            scope.Input((argument, write), static (w, a) =>
            {
                w.Property("value");
                a.write(w, a.argument);
            });
        }

        var outer = scope.Enter();
        T result;
        try
        {
            result = body();
        }
        catch (Exception e)
        {
            StepScope.Leave(outer);
            scope.Fail(e);
            throw;
        }

        StepScope.Leave(outer);
        scope.EndValue((result, write), static (s, v) =>
        {
            if (s.WantsOutput)
            {
                s.Output(v, static (w, x) => x.write(w, x.result));
            }
        });
        return result;
    }

    /// <summary>Records a call without argument.</summary>
    public static Task<string> Text(RecordedMethod method, Func<Task<string>> body, CallOrigin? origin = null)
    {
        var scope = StepScope.Begin(method, origin ?? Origin);
        if (scope is null)
        {
            return body();
        }

        var outer = scope.Enter();
        Task<string> task;
        try
        {
            task = body();
        }
        catch (Exception e)
        {
            StepScope.Leave(outer);
            scope.Fail(e);
            throw;
        }

        StepScope.Leave(outer);
        return scope.EndTask(task, static (s, v) =>
        {
            if (s.WantsOutput)
            {
                s.Output(v, static (w, x) => w.Value(x));
            }
        });
    }

    /// <summary>Records a string that comes back as it went.</summary>
    public static string Say(string text) => Value(Echo, text, static (w, v) => w.Value(v), () => text);
}
