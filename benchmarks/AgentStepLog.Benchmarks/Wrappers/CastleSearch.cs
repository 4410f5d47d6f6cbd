using Castle.DynamicProxy;

namespace AgentStepLog.Benchmarks.Wrappers;

/// <summary>A proxy of Castle's, made at run time.</summary>
internal sealed class CastleSearch : IInterceptor
{
    public static ISearch Make() => new ProxyGenerator().CreateInterfaceProxyWithTarget<ISearch>(new Search(), new CastleSearch());

    public void Intercept(IInvocation invocation) => invocation.Proceed();
}
