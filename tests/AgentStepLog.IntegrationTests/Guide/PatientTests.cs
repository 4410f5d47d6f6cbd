using System.Text;

namespace AgentStepLog.IntegrationTests.Guide;

/// <summary>A tool whose log holds no personal data.</summary>
public sealed class PatientTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentsteplog-");

    [Fact]
    public void Marked_values_tokens_and_addresses_are_withheld()
    {
        using var log = Start(_folder.FullName);
        var patients = new Patients();

        Assert.Equal("Ines Haddad", patients.Find("K-4711").Name);
        Assert.Throws<KeyNotFoundException>(() => patients.Find("K-1234"));
        log.Record(new EventStep { Name = "mail", Data = JsonText.Of("Ask ines@example.org, key acme_0123456789abcdefghijABCDEFGHIJ01.") });

        var text = Encoding.UTF8.GetString(log.ToArray());
        Assert.All(["K-4711", "Haddad", "K-1234", "ines@", "acme_"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains("\"input\":{\"number\":\"[redacted:insurance]\"}", text, StringComparison.Ordinal);
        Assert.Contains("\"output\":{\"name\":\"[redacted:name]\",\"year\":1984}", text, StringComparison.Ordinal);
        Assert.Contains("Nothing found for [redacted:insurance].", text, StringComparison.Ordinal);
        Assert.Contains("Ask [redacted:email], key [redacted:acme-key].", text, StringComparison.Ordinal);
    }

    #region README
    private static StepLog Start(string directory) => StepLog.Start(directory, new()
    {
        ToolContent = CaptureMode.Full,     // the default; Hash records hashes, None records no inputs and outputs
        LlmContent = CaptureMode.None,      // the default; Full records the messages to and from models
        Withholding = new()
        {
            Shapes = [new("acme-key", "acme_", SecretAlphabet.Alphanumeric, 32, 32)],   // beside the built-in shapes
            PersonalData = PersonalData.Email | PersonalData.Iban,
        },
    });
    #endregion

    public void Dispose() => _folder.Delete(recursive: true);
}
