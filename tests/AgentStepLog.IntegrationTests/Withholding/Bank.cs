namespace AgentStepLog.IntegrationTests.Withholding;

public enum Colour
{
    Magenta = 1,
    Turquoise,
}

public sealed record Login(string User, [property: Sensitive("password")] string Password);

public sealed record Account(string Owner, [property: Sensitive("iban")] string Iban, [property: Sensitive("number")] long Number, [property: Sensitive("logins")] List<Login> Logins);

/// <summary>Tools whose arguments and results the log must not hold. They record themselves, for every caller.</summary>
/// <param name="account">What it knows of a customer.</param>
/// <param name="token">What it gives out.</param>
public sealed partial class Bank(Func<int, Account>? account = null, Func<int, string>? token = null)
{
    [AgentTool]
    public partial string Refund(int id, [Sensitive("iban")] string iban, [Sensitive("amount")] long? amount = null);

    [AgentTool]
    public partial Task<Account> GetAccountAsync(int id);

    [AgentTool]
    [return: Sensitive("token")]
    public partial Task<string> IssueTokenAsync(int id);

    [AgentTool]
    public partial string LogIn(int id, Login login);

    [AgentTool]
    public partial string Notify(int id, [Sensitive("addresses")] string[] addresses);

    [AgentTool]
    public partial string Paint(int id, [Sensitive("colour")] Colour colour, [Sensitive("day")] DateOnly? day = null, [Sensitive("whole")] Login? whole = null);

    [AgentTool]
    public partial string Weather(string town);

    private string RefundCore(int id, string iban, long? amount) => $"refunded {id}";

    private async Task<Account> GetAccountAsyncCore(int id)
    {
        await Task.Yield();
        return account!(id);
    }

    private Task<string> IssueTokenAsyncCore(int id) => Task.FromResult(token!(id));

    private string LogInCore(int id, Login login) => login.User + " is in";

    private string NotifyCore(int id, string[] addresses) => $"{addresses.Length} notified";

    private string PaintCore(int id, Colour colour, DateOnly? day, Login? whole) => "done";

    private string WeatherCore(string town) => $"fine in {town}";
}
