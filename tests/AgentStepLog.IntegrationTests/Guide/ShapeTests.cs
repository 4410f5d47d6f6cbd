using System.Text;

namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A log whose shapes of secrets are chosen.</summary>
public sealed class ShapeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentsteplog-");

    [Fact]
    public void An_excepted_shape_is_recorded_and_a_shape_of_your_own_is_withheld()
    {
        using var log = Start(_folder.FullName);
        log.Record(new EventStep
        {
            Name = "keys",
            Data = JsonText.Of("Basic dXNlcjpwYXNzd29yZA==, acme_0123456789abcdefghijABCDEFGHIJ01, ghp_0123456789abcdefghijABCDEFGHIJ012345."),
        });

        Assert.Contains(
            "\"Basic dXNlcjpwYXNzd29yZA==, [redacted:acme-key], [redacted:github-token].\"", Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    #region README
    private static StepLog Start(string directory) => StepLog.Start(directory, new()
    {
        Withholding = new()
        {
            Except = ["basic-credentials"],                                             // a built-in shape, not searched
            Shapes = [new("acme-key", "acme_", SecretAlphabet.Alphanumeric, 32, 32)],   // a shape of your own
        },
    });
    #endregion

    public void Dispose() => _folder.Delete(recursive: true);
}
