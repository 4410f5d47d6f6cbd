namespace AgentStepLog.IntegrationTests.Withholding;

/// <summary>A result that cannot be written, since reading it makes a call that fails.</summary>
public sealed class Receipt(Func<string> print)
{
    public string Text
    {
        get
        {
            try
            {
                return print();
            }
            catch (InvalidOperationException e)
            {
                throw new IOException("The printer is off.", e);
            }
        }
    }
}
