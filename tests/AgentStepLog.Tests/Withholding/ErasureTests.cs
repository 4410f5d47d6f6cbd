using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AgentStepLog.Integrity;
using AgentStepLog.Tests.Capture;
using AgentStepLog.Tests.Support;

namespace AgentStepLog.Tests.Withholding;

public sealed class ErasureTests
{
    private const string Token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Subject = "customer-4711";

    // Who tries knows the value, the format, this library, the subject, and has every file that is left.
    [Fact]
    public void After_an_erasure_nothing_that_remains_on_disk_confirms_a_value_that_is_known()
    {
        using var directory = new TempDirectory();
        var ring = KeyRing.Create(directory.In("keys.json"));
        var (run, withheld, path) = Record(directory, ring, Subject);
        Record(directory, ring, "another");
        var key = Keys(directory).Single(k => k.Subject == Subject).Key;

        Assert.True(Confirms(directory, run, withheld)); // by the ring: the attempt is one that can succeed
        Assert.True(ring.Erase(Subject));

        Assert.False(Confirms(directory, run, withheld));
        Assert.All(Contents(directory), content =>
        {
            Assert.True(content.AsSpan().IndexOf(key) < 0);
            Assert.DoesNotContain(Convert.ToBase64String(key), Encoding.Latin1.GetString(content), StringComparison.Ordinal);
        });
        Assert.Equal(WithheldConfirmation.NoKey, ring.Confirm(Subject, run, withheld, JsonText.Of(Token)));
        Assert.Equal(Verdict.SelfConsistent, StepLogVerifier.Verify(path).Verdict);

        Record(directory, ring, Subject); // has a key again, and it is another one
        Assert.False(Confirms(directory, run, withheld));
    }

    private static (string Run, WithheldValue Withheld, string Path) Record(TempDirectory directory, KeyRing ring, string subject)
    {
        using var log = StepLog.Start(directory.In("logs"), new() { KeyRing = ring, Subject = subject });
        Calls.Value(Calls.Echo, Token, static (w, v) => w.Value(v), () => "done");
        log.Complete();
        return (log.RunId, Assert.Single(log.Steps.OfType<ToolCallStep>().Single().Withheld), log.Path!);
    }

    // Everything that may be a key, as it stands, decoded, hashed and derived, over what may have been committed to.
    private static bool Confirms(TempDirectory directory, string run, WithheldValue withheld)
    {
        var commit = withheld.Commit!;
        var values = new[] { $"\"{Token}\"", Token }.Select(Encoding.UTF8.GetBytes).ToList();
        return Candidates(directory, run).SelectMany(secret => Derived(secret, run))
            .Any(key => values.Exists(value => new Commitments(key).Confirm(commit, withheld.At, value) == WithheldConfirmation.Confirmed));
    }

    private static IEnumerable<byte[]> Candidates(TempDirectory directory, string run)
    {
        var texts = Contents(directory).Select(Encoding.Latin1.GetString)
            .SelectMany(text => Regex.Matches(text, "[A-Za-z0-9+/=_:.-]{4,}").Select(m => m.Value))
            .Concat(["", Token, Subject, run]).Distinct(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            yield return Encoding.UTF8.GetBytes(text);
            if (Base64.IsValid(text))
            {
                var bytes = Convert.FromBase64String(text);
                yield return bytes;
                yield return bytes[..Math.Min(bytes.Length, 32)];
                yield return bytes[^Math.Min(bytes.Length, 32)..];
            }

            if (text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit))
            {
                yield return Convert.FromHexString(text);
            }
        }
    }

    private static IEnumerable<byte[]> Derived(byte[] secret, string run)
    {
        var info = Encoding.UTF8.GetBytes("agentsteplog/v1/commit/" + run);
        yield return secret;
        yield return SHA256.HashData(secret);
        yield return HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Commitments.KeyBytes, salt: [], info);
    }

    private static IEnumerable<(string Subject, byte[] Key)> Keys(TempDirectory directory) =>
        System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(directory.In("keys.json"))).RootElement.GetProperty("keys").EnumerateObject().Select(key => (key.Name, key.Value.GetBytesFromBase64()));

    private static IEnumerable<byte[]> Contents(TempDirectory directory) =>
        Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes);
}
