using AspectInjector.Broker;

namespace AgentStepLog.Benchmarks.Wrappers;

/// <summary>Advice that is woven around a method after it is compiled.</summary>
[Aspect(Scope.Global)]
[Injection(typeof(AroundAttribute))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class AroundAttribute : Attribute
{
    /// <summary>Calls the method.</summary>
    [Advice(Kind.Around, Targets = Target.Method)]
    public object Call([Argument(Source.Target)] Func<object[], object> target, [Argument(Source.Arguments)] object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target(arguments);
    }
}
