namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>Services, of which none can be made.</summary>
public sealed class CashRegister(Func<string> fail) : IServiceProvider
{
    public object? GetService(Type serviceType) => fail();
}
